// Everything works without this script. It only adds: the language switch
// keeps the place in the page, long lists get a filter, and the status of time
// limits is told by the reader's own day.
(function () {
  "use strict";

  // The anchors of both languages are the same.
  document.querySelectorAll(".languages a").forEach(function (other) {
    var address = other.getAttribute("href").split("#")[0];
    var keep = function () { other.setAttribute("href", address + location.hash); };
    addEventListener("hashchange", keep);
    keep();
  });

  // Status: the day of the build may have gone by since.
  var body = document.body.dataset;
  if (body.words) {
    var words = JSON.parse(body.words);
    var now = new Date();
    var lang = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang; // day before month
    var two = function (n) { return (n < 10 ? "0" : "") + n; };
    var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
    if (today > body.clock) {
      document.querySelectorAll(".status").forEach(function (s) { refresh(s, today); });
      document.querySelectorAll(".asof time").forEach(function (t) {
        t.dateTime = today;
        t.textContent = now.toLocaleDateString(lang, { year: "numeric", month: "long", day: "numeric" });
      });
    }
  }

  function refresh(element, today) {
    var d = element.dataset, due = d.kind === "due", status;
    if (d.start && today < d.start && !due) {
      status = "upcoming";
    } else if (d.end) {
      var days = (Date.parse(d.end) - Date.parse(today)) / 864e5;
      var names = due ? ["past", "soon", "open"] : ["expired", "ending", "valid"];
      status = names[days < 0 ? 0 : days <= Number(body.soon) ? 1 : 2];
    }
    if (status) {
      element.className = "status s-" + status;
      element.textContent = words[status];
    } else {
      element.remove();
    }
  }

  // Filter: rows, or list items, that hold all words typed.
  document.querySelectorAll(".filtered").forEach(function (box, n) {
    var rows = box.querySelectorAll("tbody tr, .items > li, .counted > li");
    if (rows.length < 8) {
      return;
    }
    var label = document.createElement("label"), input = document.createElement("input");
    var count = document.createElement("p"), form = document.createElement("div");
    form.className = "filter";
    input.type = "search";
    input.id = "filter-" + n;
    input.placeholder = box.dataset.hint;
    label.htmlFor = input.id;
    label.textContent = box.dataset.label;
    count.setAttribute("role", "status");
    form.append(label, input, count);
    box.prepend(form);
    input.addEventListener("input", function () {
      var wanted = input.value.toLowerCase().split(/\s+/);
      var shown = 0;
      rows.forEach(function (row) {
        var heading = row.closest("section");
        var text = (row.textContent + " " + (heading && heading !== box ? heading.firstElementChild.textContent : "")).toLowerCase();
        row.hidden = !wanted.every(function (w) { return text.includes(w); });
        shown += row.hidden ? 0 : 1;
      });
      box.querySelectorAll("section").forEach(function (s) {
        s.hidden = !s.querySelector("tbody tr:not([hidden]), .items > li:not([hidden]), .counted > li:not([hidden])");
      });
      count.textContent = !input.value ? "" : shown === 0 ? box.dataset.none :
        box.dataset.count.replace("{n}", shown).replace("{all}", rows.length);
    });
  });
})();
