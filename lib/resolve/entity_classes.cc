// Classes by which entities are told apart.
#include "resolve/entity.h"

namespace gainsay::internal {

EntityClasses::EntityClasses(const SyntaxIndex& index)
    : meeting(index.ClassBit("meeting")),
      gathering(index.ClassBit("gathering")),
      disaster(index.ClassBit("disaster")),
      conflict(index.ClassBit("conflict")),
      people(index.ClassBit("people")),
      company(index.ClassBit("company")),
      place(index.ClassBit("place")),
      place_of(index.ClassBit("told_place_of")),
      body(index.ClassBit("body")),
      building(index.ClassBit("building")),
      structure(index.ClassBit("structure")),
      vessel(index.ClassBit("vessel")),
      vehicle(index.ClassBit("vehicle")),
      work(index.ClassBit("work")),
      generic(index.ClassBit("generic")),
      natural(index.ClassBit("natural")),
      recurring(index.ClassBit("recurring")),
      series(index.ClassBit("series")),
      lapsing(index.ClassBit("lapsing")),
      instance(index.ClassBit("instance")),
      accident(index.ClassBit("accident")),
      die(index.ClassBit("die")),
      he_or_she(index.ClassBit("he_or_she")),
      by(index.ClassBit("by_whom")) {}

}  // namespace gainsay::internal
