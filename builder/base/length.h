// base: lengths, diagnostics, files, UTF-8. Nothing here knows of documents.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace octavo {

/// A distance on the page, counted in 1/65536 of a PDF point.
/// Whole numbers keep sums exact, so a golden dump is the same on every machine.
class Length {
 public:
  constexpr Length() = default;
  static constexpr Length points(double value) { return Length(rounded(value * kUnitsPerPoint)); }
  static constexpr Length millimetres(double value) { return points(value * 72.0 / 25.4); }
  /// 1/65536 pt each; for font arithmetic and tests.
  static constexpr Length units(std::int64_t value) { return Length(value); }
  /// Larger than any page or galley, small enough to add to without overflow.
  static constexpr Length infinite() { return Length(std::int64_t{1} << 52); }

  constexpr double toPoints() const { return static_cast<double>(units_) / kUnitsPerPoint; }
  constexpr std::int64_t toUnits() const { return units_; }
  /// The only operation that rounds, hence a named one.
  constexpr Length scaled(double factor) const { return Length(rounded(static_cast<double>(units_) * factor)); }
  /// This length times numerator / denominator in whole-number arithmetic, rounded half away from zero.
  constexpr Length scaled(std::int64_t numerator, std::int64_t denominator) const {
    const std::int64_t product = units_ * numerator;
    const std::int64_t half = denominator / 2;
    return Length((product >= 0 ? product + half : product - half) / denominator);
  }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return Length(-units_); }
  constexpr Length& operator+=(Length other) { units_ += other.units_; return *this; }
  constexpr Length& operator-=(Length other) { units_ -= other.units_; return *this; }
  friend constexpr Length operator+(Length a, Length b) { return Length(a.units_ + b.units_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.units_ - b.units_); }
  friend constexpr Length operator*(Length a, int times) { return Length(a.units_ * times); }
  friend constexpr Length operator*(int times, Length a) { return Length(a.units_ * times); }
  friend constexpr double operator/(Length a, Length b) {
    return static_cast<double>(a.units_) / static_cast<double>(b.units_);
  }

 private:
  static constexpr std::int64_t kUnitsPerPoint = 65536;
  constexpr explicit Length(std::int64_t units) : units_(units) {}
  static constexpr std::int64_t rounded(double value) {
    return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
  }
  std::int64_t units_ = 0;
};

/// A distance in multiples of the font size; it becomes a Length once the font is known.
struct Em {
  double value = 0;
  constexpr Length at(Length fontSize) const { return fontSize.scaled(value); }
  constexpr auto operator<=>(const Em&) const = default;
};

inline namespace literals {
constexpr Length operator""_pt(long double value) { return Length::points(static_cast<double>(value)); }
constexpr Length operator""_pt(unsigned long long value) { return Length::points(static_cast<double>(value)); }
constexpr Length operator""_mm(long double value) { return Length::millimetres(static_cast<double>(value)); }
constexpr Length operator""_mm(unsigned long long value) { return Length::millimetres(static_cast<double>(value)); }
constexpr Em operator""_em(long double value) { return Em{static_cast<double>(value)}; }
constexpr Em operator""_em(unsigned long long value) { return Em{static_cast<double>(value)}; }
}  // namespace literals

}  // namespace octavo
