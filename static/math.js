// Formulas arrive as TeX text in elements of the class "math"; KaTeX draws them in place.
function drawMath(root) {
  for (const place of root.querySelectorAll(".math:not(.drawn)")) {
    const source = place.textContent;
    katex.render(source, place, { displayMode: place.classList.contains("display"), throwOnError: false, trust: false });
    place.classList.add("drawn");
  }
}
drawMath(document);
document.addEventListener("htmx:afterSwap", (event) => drawMath(event.target));
