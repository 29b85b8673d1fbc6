package report

// documentStyle is the one style sheet of a page that stands alone.
const documentStyle = `
:root{color-scheme:light dark;--line:light-dark(#d9dfe6,#323a45);--soft:light-dark(#525e6b,#a5b0bd);--panel:light-dark(#f5f7f9,#1b2027)}
[data-verdict]{--verdict:light-dark(#275a9e,#8fbcff)}[data-verdict=fix]{--verdict:light-dark(#b3261e,#ff938a)}
[data-verdict=review]{--verdict:light-dark(#845400,#f0b84a)}[data-verdict=ok]{--verdict:light-dark(#19693c,#74d19b)}
[data-verdict=unseen]{--verdict:light-dark(#56606c,#aab4c0)}[data-verdict=superseded]{--verdict:light-dark(#664a9b,#c8aeff)}
body{font:1rem/1.55 system-ui,sans-serif;margin:0;background:light-dark(#fff,#14181d);color:light-dark(#1b232c,#e4e9ef);overflow-wrap:break-word}
main{max-width:60rem;margin:0 auto;padding:2rem 1.2rem}h1{font-size:1.1rem;color:var(--soft)}h2{font-size:1.2rem;margin:2rem 0 .7rem}h3{font-size:1rem;margin:0 0 .5rem}
a{color:light-dark(#0b5c7a,#6cc5e8)}code,pre,.dump-view{font-family:ui-monospace,monospace;font-size:.88em}code{overflow-wrap:anywhere}
.answer{font-size:1.4rem;line-height:1.3;font-weight:600;margin:.5rem 0}.host,.lead,.why,.risk,.bar-detail,.shares,.more{color:var(--soft)}
.counts,.bars,.shares{list-style:none;padding:0}.counts,.shares{display:flex;flex-wrap:wrap;gap:.3rem 1rem}.counts li{color:var(--verdict);font-weight:600}
.finding,.remedy,.formula{border:1px solid var(--line);border-radius:.5rem;padding:.9rem 1.1rem;margin:0 0 .9rem}.finding{border-left:4px solid var(--verdict);break-inside:avoid}
.finding .verdict{color:var(--verdict);text-transform:uppercase;font-size:.8em;border:1px solid;border-radius:1rem;padding:.05rem .5rem}
dl{margin:0}dl>div{display:grid;grid-template-columns:6rem minmax(0,1fr);gap:.8rem}dt{color:var(--soft)}dd{margin:0}
summary{cursor:pointer}summary h2{display:inline-block;margin:.6rem 0}.many{color:var(--soft);margin-left:.5rem}
mark{background:light-dark(#d3ecdc,#20402d);color:inherit}pre{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.7rem 1rem;overflow-x:auto}.diff del{color:light-dark(#b3261e,#ff938a);text-decoration:none}.diff ins{color:light-dark(#19693c,#74d19b);text-decoration:none}
.bar-head{margin:.8rem 0 .2rem;display:flex;flex-wrap:wrap;gap:.5rem}.what{font-weight:600;margin-right:auto}.what::first-letter{text-transform:uppercase}.bar-detail{margin:.1rem 0}
.bar-picture{display:block;height:1rem}.shortfall{color:light-dark(#b3261e,#ff938a)}.picture{max-width:100%;height:auto}
.dump-view{border:1px solid var(--line);border-radius:.5rem;padding:.4rem 0;overflow-x:auto}.line{white-space:pre;border-left:4px solid transparent;padding-right:.8rem;width:max-content;min-width:100%;box-sizing:border-box}
.line[data-verdict]{border-color:var(--verdict);background:color-mix(in srgb,var(--verdict) 10%,transparent)}.number{display:inline-block;width:4rem;margin-right:.8rem;text-align:right;color:var(--soft)}
.line.unread .text{color:var(--soft)}.mark,.near,.cut{margin-left:.8rem;font-family:system-ui,sans-serif;color:var(--verdict,var(--soft))}.mark a{color:inherit}
table{border-collapse:collapse}th,td{border-bottom:1px solid var(--line);padding:.3rem .8rem .3rem 0;text-align:left}
@media print{.dump-view{overflow:visible}.line{white-space:pre-wrap;width:auto}}
`
