#include "report/html_assets.h"

namespace gainsay::internal {

const char kHtmlStyle[] = R"css(
:root { color-scheme: light dark; --ink: #1d1f23; --soft: #565b66; --paper: #fff; --tint: #f4f5f7; --line: #d5d8de;
  --definite: #a4262c; --probable: #7d5a00; --tension: #1a6079; --mark: #ffe08a; --link: #0b57a4;
  --a: #2f6fb3; --b: #b3502f; --c: #4a7a3a; --d: #7a4a94; --gap: #c9303a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e7ea; --soft: #a9aeb9; --paper: #16181c; --tint: #202329;
  --line: #3a3f49; --definite: #ff8a8f; --probable: #f0c24f; --tension: #7cc7e0; --mark: #5f4d00; --link: #8ec2ff;
  --a: #7fb2ea; --b: #f0a080; --c: #9ccf88; --d: #cfa4e8; --gap: #ff7a82; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 0; line-height: 1.4; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .5rem; padding: 0; margin: 1rem 0;
  list-style: none; }
.tiles li { background: var(--tint); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; }
.tiles b { display: block; color: var(--sev, inherit); font-size: 1.5rem; line-height: 1.2; }
.warning { border: 2px solid var(--definite); border-radius: .5rem; padding: .5rem .75rem; }
.columns { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 56rem) { .js .columns { grid-template-columns: 15rem minmax(0, 1fr); }
  .js search { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow: auto; padding: 4px; }
  #panel > summary { display: none; } }
#filters { font-size: .9rem; }
#filters fieldset { border: 0; border-top: 1px solid var(--line); margin: 0; padding: .5rem 0; min-width: 0; }
#filters legend { font-weight: 600; padding: 0; float: left; width: 100%; }
#filters .options { clear: both; max-height: 13rem; overflow: auto; }
#filters .options label { display: flex; gap: .4rem; padding: .1rem 0; }
#filters .options span:last-child { margin-left: auto; color: var(--soft); }
input[type=search], select, button { font: inherit; color: inherit; background: var(--tint); border: 1px solid var(--soft);
  border-radius: .3rem; padding: .3rem .5rem; width: 100%; }
button { cursor: pointer; width: auto; }
.finding { border: 1px solid var(--line); border-left: .35rem solid var(--sev); border-radius: .5rem; padding: .75rem 1rem;
  margin: 0 0 1rem; content-visibility: auto; contain-intrinsic-size: auto 26rem; }
.finding:target, .linked { box-shadow: 0 0 0 3px var(--link); }
.definite { --sev: var(--definite); } .probable { --sev: var(--probable); } .tension { --sev: var(--tension); }
.badge { color: var(--sev, var(--soft)); border: 1px solid currentColor; border-radius: 1rem; padding: 0 .5rem;
  font-size: .8rem; font-weight: 600; white-space: nowrap; }
.gone, .suppressed { border-style: dashed; }
.meta, .where, .says { color: var(--soft); font-size: .875rem; margin: .2rem 0; }
.id { font: .8rem ui-monospace, monospace; }
.quotes { list-style: none; padding: 0; margin: .75rem 0; display: grid; gap: .5rem;
  grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); }
.quotes li { border-top: 3px solid var(--side); background: var(--tint); padding: .4rem .75rem; border-radius: 0 0 .3rem .3rem; }
.s0 { --side: var(--a); } .s1 { --side: var(--b); } .s2 { --side: var(--c); } .s3 { --side: var(--d); }
blockquote { margin: .25rem 0; white-space: pre-wrap; }
mark { background: none; color: inherit; text-decoration: underline; text-decoration-color: var(--side);
  text-decoration-thickness: 2px; text-underline-offset: .2em; }
mark b { background: var(--mark); font-weight: 600; border-radius: .15rem; }
details { margin: .5rem 0; }
summary { cursor: pointer; font-weight: 600; }
.hint { margin: .5rem 0 0; }
.why { display: grid; gap: 1rem; align-items: start; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); }
figure { margin: 0; } figcaption { font-size: .875rem; color: var(--soft); }
.axis { display: flex; justify-content: space-between; font-size: .8rem; color: var(--soft); }
.lane { font-size: .85rem; margin-top: .3rem; } .lane svg { display: block; width: 100%; height: 14px; background: var(--tint); }
.lane .gaptext { color: var(--gap); font-weight: 600; }
.cycle { display: block; width: 100%; max-width: 24rem; height: auto; margin: 0 auto; }
.lane rect { fill: var(--side, var(--soft)); } .lane .gap { fill: var(--gap); }
.cycle text { font-size: 12px; fill: var(--ink); } .cycle .halo { stroke: var(--paper); stroke-width: 6; stroke-linejoin: round; }
.cycle circle { fill: var(--side, var(--ink)); } .arrow { fill: none; stroke: var(--side, var(--soft)); stroke-width: 2; }
.differ { stroke: var(--gap); stroke-width: 1.5; stroke-dasharray: 5 4; fill: none; }
.defs { position: absolute; } .defs path { fill: var(--soft); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; width: 100%; }
caption { text-align: left; font-size: .875rem; color: var(--soft); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
.sum td { overflow-wrap: anywhere; }
td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tr.total td { border-top: 2px solid var(--ink); font-weight: 600; color: var(--gap); }
[hidden] { display: none !important; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
@media print { #panel, .skip, #more { display: none; } .finding { break-inside: avoid; content-visibility: visible; }
  body { max-width: none; } }
)css";

}  // namespace gainsay::internal
