// Reloads the page when the site was built anew, and keeps the place that was
// being read. Only the preview adds this script; no published page has it.
(() => {
  "use strict";
  const { build, standIn } = document.currentScript.dataset;
  const key = "mingbai:scroll:" + location.pathname;

  // A page that stands in for one that cannot be built has a place of its own:
  // it leaves what was kept for the page that will come back.
  const keep = () => {
    if (standIn !== undefined) return;
    try { sessionStorage.setItem(key, JSON.stringify([scrollX, scrollY])); } catch { /* storage may be off */ }
  };
  const restore = () => {
    if (standIn !== undefined) return;
    try {
      const kept = JSON.parse(sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
      if (kept && performance.getEntriesByType("navigation")[0]?.type === "reload") {
        scrollTo({ left: kept[0], top: kept[1], behavior: "instant" });
      }
    } catch { /* storage may be off */ }
  };

  // A hidden page lets go of its connection: browsers allow six to a server,
  // and an editor may have more pages open.
  let source, reloading = false;
  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource("/-/mingbai/events");
    source.addEventListener("build", (event) => {
      if (event.data === build) return;
      silence();
      keep();
      reloading = true;
      // Else the browser would bring back the place on the page that stood in.
      history.scrollRestoration = "manual";
      location.reload();
    });
  };
  const silence = () => {
    source?.close();
    source = undefined;
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? silence() : listen()));
  addEventListener("pagehide", () => {
    silence();
    // For "back", the browser may again remember places in its own way.
    if (!reloading) history.scrollRestoration = "auto";
  });
  addEventListener("pageshow", listen);
  if (document.readyState === "complete") restore();
  else addEventListener("load", restore, { once: true });
  listen();
})();
