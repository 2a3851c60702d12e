// Clock times of statements: what claims say of them, for the passes that see
// no claims but through the graph.
#ifndef GAINSAY_LIB_GRAPH_CLOCK_VALUES_H_
#define GAINSAY_LIB_GRAPH_CLOCK_VALUES_H_

#include "claim/told_clock.h"  // IWYU pragma: export

#endif  // GAINSAY_LIB_GRAPH_CLOCK_VALUES_H_
