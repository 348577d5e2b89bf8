// layout/page: one chapter: its kinds of pages, its galley, its pages.
#include "layout/page/chapter.h"

#include <algorithm>

namespace octavo::layout::page {

namespace {

bool isBlockLevel(const box::Box& box) {
  switch (box.kind) {
    case box::Kind::Block:
    case box::Kind::Table:
    case box::Kind::TableCaption:
    case box::Kind::TableRowGroup:
    case box::Kind::TableRow:
    case box::Kind::TableCell:
      return true;
    case box::Kind::Image:
      return box.style->display == css::Display::Block;
    case box::Kind::TableColumn:
    case box::Kind::Inline:
    case box::Kind::InlineBlock:
    case box::Kind::Text:
    case box::Kind::LineBreak:
    case box::Kind::Leader:
    case box::Kind::PageReference:
    case box::Kind::NoteCall:
    case box::Kind::Ruby:
    case box::Kind::RubyBase:
    case box::Kind::RubyText:
      return false;
  }
  return false;
}

void collectPageNames(const box::Box& box, std::set<std::string>& names) {
  if (!isBlockLevel(box)) return;
  names.insert(box.style->page);
  for (const auto& child : box.children) collectPageNames(*child, names);
}

void collectReferences(const box::Box& box, std::map<std::string, SourcePosition>& ids) {
  if (box.kind == box::Kind::PageReference) ids.try_emplace(box.text, box.element->position());
  for (const auto& child : box.children) collectReferences(*child, ids);
  if (box.marker) collectReferences(*box.marker, ids);
  if (box.note) collectReferences(*box.note, ids);
}

}  // namespace

ChapterSetting settingOf(const box::Box& root, bool isFirstChapter, BookFrames& frames) {
  ChapterSetting setting;
  setting.root = &root;
  setting.mode = root.style->writingMode;
  setting.direction = root.style->direction;
  setting.sizes.isFirstLeft = frames.isFirstLeft();
  const std::string& language = root.style->language;
  std::set<std::string> names;
  collectPageNames(root, names);
  std::vector<const PageFrame*> all;
  for (const std::string& name : names) {
    all.push_back(&frames.ordinary(true, name, language));
    all.push_back(&frames.ordinary(false, name, language));
    setting.sizes.named[name] = {all[all.size() - 2]->room(setting.mode), all.back()->room(setting.mode)};
  }
  if (!names.contains("")) setting.sizes.named[""] = setting.sizes.named.begin()->second;
  const PageFrame* start = &frames.ordinary(frames.isFirstLeft(), root.style->page, language);
  if (isFirstChapter) {
    start = &frames.at(0, root.style->page, language);
    setting.sizes.first = start->room(setting.mode);
    all.push_back(start);
  }
  setting.measure = start->area(setting.mode).inlineSize;
  setting.noteMeasure = noteAreaFrom(*start->style.footnoteArea, setting.measure).measure;
  setting.pageBlockSize = Length::infinite();
  for (const PageFrame* frame : all) {
    const LogicalSize area = frame->area(setting.mode);
    setting.pageBlockSize = std::min(setting.pageBlockSize, area.blockSize);
    setting.hasOneMeasure = setting.hasOneMeasure && area.inlineSize == setting.measure;
  }
  return setting;
}

std::map<std::string, SourcePosition> pageReferencesIn(const box::Box& root) {
  std::map<std::string, SourcePosition> ids;
  collectReferences(root, ids);
  return ids;
}

ChapterGalley layoutChapter(const ChapterSetting& setting, Context& context) {
  Space space = setting.columnOf(setting.measure);
  space.mayTurn = setting.mode == WritingMode::HorizontalTb;
  ChapterGalley laid;
  const Result result = layoutBox(*setting.root, space, nullptr, context);
  laid.galley = makeGalley(columnOf(result, setting.measure, setting.direction), setting.pageBlockSize);
  laid.notes = layoutNotes(laid.galley.notes, nullptr, space.inside(setting.noteMeasure), setting.direction, context);
  return laid;
}

ChapterPages paginate(const ChapterSetting& setting, const ChapterGalley& laid, std::size_t firstPage,
                      BookFrames& frames, Diagnostics& diagnostics) {
  const Galley& galley = laid.galley;
  ChapterPages chapter;
  chapter.after = galley.ends.back().forced;
  for (const ChosenPage& chosen : choosePageEnds(galley, laid.notes, setting.sizes, firstPage)) {
    PlannedPage page;
    page.page = chosen.page;
    page.name = galley.pageAfter(chosen.namedAt);
    const PageFrame& frame = frames.at(page.page, page.name, setting.root->style->language);
    const LogicalSize area = frame.area(setting.mode);
    const NoteArea noteArea = noteAreaFrom(*frame.style.footnoteArea, area.inlineSize);
    page.area = composeArea(galley, laid.notes, chosen, noteArea, area);
    reportOverfull(chosen, *page.area, diagnostics);
    chapter.pages.push_back(std::move(page));
  }
  return chapter;
}

}  // namespace octavo::layout::page
