// Turns and zooms the map that the server drew.  Without this file it stands still and shows the same places.
"use strict";

document.addEventListener("DOMContentLoaded", async () => {
  const globe = document.querySelector("#globe");
  const rows = [...document.querySelectorAll("#places tbody tr[data-lat]")];
  if (!globe || !window.d3 || !window.topojson) return;
  const answer = await fetch(globe.dataset.atlas);
  if (!answer.ok) return;
  const atlas = await answer.json();
  const land = topojson.feature(atlas, atlas.objects.land);
  const borders = topojson.mesh(atlas, atlas.objects.countries, (a, b) => a !== b);

  const [width, height] = [960, 470];
  const projection = d3.geoEqualEarth().fitExtent([[4, 4], [width - 4, height - 4]], { type: "Sphere" });
  const base = projection.scale();
  const path = d3.geoPath(projection);
  const svg = d3.select("#world");
  svg.selectAll("*").remove();
  const ground = svg.append("path").attr("class", "land");
  const lines = svg.append("path").attr("class", "borders");
  const most = d3.max(rows, (row) => +row.dataset.count) || 1;
  const size = d3.scaleSqrt([0, most], [2.5, 14]);
  const places = rows.map((row) => {
    const link = row.querySelector("a");
    const conflict = +row.dataset.conflict;
    const count = +row.dataset.count;
    return { at: [+row.dataset.lon, +row.dataset.lat], count, conflict, name: link.textContent, href: link.getAttribute("href") };
  }).reverse();
  const dots = svg.append("g").selectAll("a").data(places).join("a")
    .attr("href", (p) => p.href).attr("tabindex", -1).attr("aria-label", (p) => p.name + ": " + p.count);
  const circles = dots.append("circle")
    .attr("class", (p) => (p.conflict * 2 > p.count ? "conflict" : "cooperation")).attr("r", (p) => size(p.count));
  circles.append("title").text((p) => p.name + ": " + p.count + ", of it conflict " + p.conflict);

  function draw() {
    ground.attr("d", path(land));
    lines.attr("d", path(borders));
    circles.each(function (p) {
      const at = projection(p.at);
      const seen = at && d3.geoDistance(p.at, projection.invert([width / 2, height / 2]) || [0, 0]) < Math.PI;
      d3.select(this).attr("cx", at ? at[0] : -99).attr("cy", at ? at[1] : -99).attr("display", seen ? null : "none");
    });
  }

  let last = d3.zoomIdentity;
  const zoom = d3.zoom().scaleExtent([1, 24]).filter((event) => !event.button && (event.type !== "wheel" || event.ctrlKey || document.activeElement === globe))
    .on("zoom", ({ transform }) => {
      const turn = projection.rotate();
      const per = 60 / projection.scale();
      projection.scale(base * transform.k);
      projection.rotate([turn[0] + (transform.x - last.x) * per * 0.9, 0]);
      const move = projection.translate();
      const room = (height / 2) * (transform.k - 1);
      projection.translate([width / 2, Math.max(height / 2 - room, Math.min(height / 2 + room, move[1] + (transform.y - last.y)))]);
      last = transform;
      draw();
    });
  globe.classList.add("turning");
  globe.tabIndex = 0;
  globe.setAttribute("role", "application");
  globe.setAttribute("aria-label", "Map: arrow keys turn it, plus and minus zoom; the list below has the same places");
  svg.call(zoom);
  globe.addEventListener("keydown", (event) => {
    const turn = { ArrowLeft: 60, ArrowRight: -60 }[event.key];
    const up = { ArrowUp: 40, ArrowDown: -40 }[event.key];
    const closer = { "+": 1.4, "=": 1.4, "-": 1 / 1.4 }[event.key];
    if (!turn && !up && !closer) return;
    event.preventDefault();
    if (closer) svg.call(zoom.scaleBy, closer);
    else svg.call(zoom.translateBy, (turn || 0) / last.k, (up || 0) / last.k);
  });
  draw();
  brush();

  // A period is chosen on the months: the page is asked again with it in the address.
  function brush() {
    const chart = document.querySelector(".chart svg");
    if (!chart) return;
    const bars = [...chart.querySelectorAll("a")];
    if (bars.length < 2) return;
    const [, , w, h] = chart.getAttribute("viewBox").split(" ").map(Number);
    const layer = d3.select(chart).append("g").attr("class", "brush");
    const x = (bar) => +bar.querySelector(".hit").getAttribute("x");
    const end = (bar) => x(bar) + +bar.querySelector(".hit").getAttribute("width");
    const brushing = d3.brushX().extent([[34, 0], [w, h - 26]]).on("end", ({ selection, sourceEvent }) => {
      if (!selection || !sourceEvent) return;
      const chosen = bars.filter((bar) => end(bar) > selection[0] && x(bar) < selection[1]);
      if (!chosen.length) return;
      const first = new URL(chosen[0].getAttribute("href"), location.href);
      const final = new URL(chosen[chosen.length - 1].getAttribute("href"), location.href);
      first.searchParams.set("to", final.searchParams.get("to"));
      location.assign(first);
    });
    layer.call(brushing);
    layer.select(".selection").attr("fill", "currentColor");
  }
});
