// gainsay: tells a program where its sources contradict each other, and proves
// it. Start here; includes what most programs need.
#ifndef GAINSAY_GAINSAY_H_
#define GAINSAY_GAINSAY_H_

#include "gainsay/checker.h"
#include "gainsay/claim.h"
#include "gainsay/date.h"
#include "gainsay/document.h"
#include "gainsay/extractor.h"
#include "gainsay/report.h"
#include "gainsay/result.h"
#include "gainsay/value.h"
#include "gainsay/write.h"

#endif  // GAINSAY_GAINSAY_H_
