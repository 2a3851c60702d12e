#include "claim/lapses.h"

namespace gainsay::internal {

LapseClasses::LapseClasses(const SyntaxIndex& index)
    : lapse(index.ClassBit("lapse")),
      stop(index.ClassBit("stop")),
      idle(index.ClassBit("idle")),
      perform(index.ClassBit("perform")),
      first(index.ClassBit("first_one")),
      last(index.ClassBit("last_one")),
      series(index.ClassBit("series")),
      instance(index.ClassBit("instance")),
      after(index.ClassBit("after_it")),
      back(index.ClassBit("back_on")),
      again(index.ClassBit("again")),
      without(index.ClassBit("without")),
      out(index.ClassBit("out")),
      use(index.ClassBit("use")),
      shut(index.ClassBit("shut")),
      move(index.ClassBit("move")),
      elapse(index.ClassBit("elapse")),
      begin(index.ClassBit("begin")),
      service(index.ClassBit("service")),
      occasion(index.ClassBit("occasion")),
      sides(index.ClassBit("sides")),
      lapsing(index.ClassBit("lapsing")),
      activity(index.ClassBit("activity")),
      become(index.ClassBit("fall_idle")),
      barrier(index.ClassBit("barrier")),
      impose(index.ClassBit("impose")),
      lift(index.ClassBit("lift")),
      fully(index.ClassBit("stop_fully")),
      stopping(index.ClassBit("stopping")),
      host(index.ClassBit("host")),
      ago(index.ClassBit("ago")),
      other(index.ClassBit("lesser_one")),
      bring_about(index.ClassBit("bring_about")),
      endure(index.ClassBit("endure")),
      standing(index.ClassBit("standing")),
      vacancy(index.ClassBit("vacancy")),
      deadlock(index.ClassBit("deadlock")),
      any(index.ClassBit("not_one")),
      the_last(index.ClassBit("last_but_now")),
      does(index.ClassBit("does_so")),
      limbo(index.ClassBit("limbo")),
      there(index.ClassBit("there_is")),
      recent(index.ClassBit("recent")),
      most(index.ClassBit("most")),
      taken(index.ClassBit("taken_out")),
      around(index.ClassBit("before_or_after")),
      output(index.ClassBit("output")),
      unable(index.ClassBit("unable")),
      once(index.ClassBit("one_time")),
      only(index.ClassBit("only_word")),
      open(index.ClassBit("open_state")),
      confer(index.ClassBit("confer")) {
  for (const WordClassRow& row : index.tables().classes) {
    if (row.name == "meeting")
      talk = row.lemmas.substr(0, row.lemmas.find(' '));
  }
}

}  // namespace gainsay::internal
