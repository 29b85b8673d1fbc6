// Command wasm is the advisor as a Web Worker: bytes in, JSON and HTML out.
// It decides nothing. The protocol:
//
//	page ─► worker   {id, call: "check"|"plan"|"lines", name, os, plan, accept, today, dump, from, to}
//	worker ─► page   "ready", once
//	                 {id, json, html: {report, capacity, lines}} or {id, error}
//
// Every request gets exactly one reply. The id is the page's own and goes back
// as it came. The last report is kept, so that lines can return a window of
// its dump.
//
// The program is for js/wasm only; built for anything else it says so.
package main
