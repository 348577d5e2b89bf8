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
  setting.fragmentainers.isFirstLeft = frames.isFirstLeft();
  const std::string& language = root.style->language;
  std::set<std::string> names;
  collectPageNames(root, names);
  std::vector<const PageFrame*> all;
  for (const std::string& name : names) {
    all.push_back(&frames.ordinary(true, name, language));
    all.push_back(&frames.ordinary(false, name, language));
    setting.fragmentainers.named[name] = {all[all.size() - 2]->flow(setting.mode).columns,
                                          all.back()->flow(setting.mode).columns};
  }
  if (!names.contains("")) setting.fragmentainers.named[""] = setting.fragmentainers.named.begin()->second;
  const PageFrame* start = &frames.ordinary(frames.isFirstLeft(), root.style->page, language);
  if (isFirstChapter) {
    start = &frames.at(0, root.style->page, language);
    setting.fragmentainers.first = start->flow(setting.mode).columns;
    all.push_back(start);
  }
  const FlowArea flow = start->flow(setting.mode);
  setting.measure = flow.columns.front().size.inlineSize;
  setting.noteMeasure = flow.notes.front().measure;
  setting.pageBlockSize = Length::infinite();
  const Length ordinaryMeasure = all.front()->flow(setting.mode).columns.front().size.inlineSize;
  for (const PageFrame* frame : all) {
    for (const Fragmentainer& column : frame->flow(setting.mode).columns) {
      setting.pageBlockSize = std::min(setting.pageBlockSize, column.size.blockSize);
      setting.hasOneMeasure = setting.hasOneMeasure && column.size.inlineSize == setting.measure;
      const bool isRest = !isFirstChapter || frame != start;
      if (isRest && column.size.inlineSize != ordinaryMeasure) setting.restHasOneMeasure = false;
    }
  }
  return setting;
}

std::map<std::string, SourcePosition> pageReferencesIn(const box::Box& root) {
  std::map<std::string, SourcePosition> ids;
  collectReferences(root, ids);
  return ids;
}

LaidFlow layoutChapter(const ChapterSetting& setting, Context& context) {
  Space space = setting.columnOf(setting.measure);
  space.mayTurn = setting.mode == WritingMode::HorizontalTb;
  LaidFlow laid;
  const Result result = layoutBox(*setting.root, space, nullptr, context);
  laid.galley = makeGalley(columnOf(result, setting.measure, setting.direction), setting.pageBlockSize);
  for (std::size_t stream = 0; stream < kNoteStreams; ++stream) {
    laid.notes[stream] = layoutNotes(laid.galley.notes[stream], nullptr, space.inside(setting.noteMeasure),
                                     setting.direction, context);
  }
  return laid;
}

}  // namespace octavo::layout::page
