// Package browser tests the built site in a real Chromium, over http and from
// a folder. It holds tests and benchmarks only. They build what they look at;
// Chromium must be installed, or be named by CHROME_PATH.
package browser
