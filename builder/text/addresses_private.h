// text: where addresses may be parted: URLs, DOIs, mail addresses, file paths.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/line_breaks.h"

namespace octavo::text {

/// Settles the opportunities inside addresses, but not where a run's rules part every word anyway. As the Chicago
/// Manual of Style has it (17th edition, 14.18, with the slash as UAX 14 has it): after a colon, a slash or a double
/// slash, on either side of = and &, before other marks, and never with or behind a hyphen, which could be taken for
/// the address's or the line's own.
void breakAddresses(std::u16string_view paragraph, std::span<const BreakRun> runs,
                    std::vector<BreakOpportunity>& breaks);

}  // namespace octavo::text
