// later returns a function that calls f once the calls of it have paused, and
// never while the promise of the call before is open.
export function later(f, pause) {
  let timer;
  let running = false;
  let again = false;
  async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      await f();
    } finally {
      running = false;
    }
    if (again) {
      again = false;
      run();
    }
  }
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, pause);
  };
}
