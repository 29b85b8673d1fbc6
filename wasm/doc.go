// Command wasm is the advisor as a Web Worker: bytes in, JSON and HTML out.
// It decides nothing. The protocol:
//
//	page ─► worker   {id, call: "check"|"plan"|"lines"|"print", name, os, plan, accept, today, dump, from, to}
//	                 in place of dump for several texts of one host, or one of which something is
//	                 said: files, a list of {name, text, corrections}, corrections being a list of
//	                 {from, to, as}: what lines really are, by the ID of a meaning of advisor/dump
//	                 with check: brief, for JSON without the settings and the unread lines, and no HTML of lines
//	                 with print: format, "json"|"markdown"|"html"
//	                 with plan: host, what an earlier check gave as that, and its name
//	worker ─► page   "ready", once
//	                 {id, json, html: {report, capacity, lines}} or {id, error}
//	                 for a plan also told: what of it is of that host
//	                 for print {id, text}: the last report, to keep or to send
//	                 for a check also lines: how many each file has, host: what a plan may be laid beside later,
//	                 and before it, of a long one, {id, progress}, from 0 to 1
//
// Every request gets exactly one reply, which is its last message. The id is the page's own and goes back
// as it came. The last report is kept, so that lines can return a window of
// its dump.
//
// The program is for js/wasm only; built for anything else it says so.
package main
