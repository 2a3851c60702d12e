// GAINSAY_EXPORT marks what a shared library shows; the rest is hidden.
#ifndef GAINSAY_EXPORT_H_
#define GAINSAY_EXPORT_H_

#if defined(GAINSAY_STATIC)
#define GAINSAY_EXPORT
#elif defined(_WIN32) && defined(GAINSAY_BUILDING)
#define GAINSAY_EXPORT __declspec(dllexport)
#elif defined(_WIN32)
#define GAINSAY_EXPORT __declspec(dllimport)
#else
#define GAINSAY_EXPORT __attribute__((visibility("default")))
#endif

#endif  // GAINSAY_EXPORT_H_
