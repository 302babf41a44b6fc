// Formulas arrive as TeX text in elements of the class "math"; KaTeX draws them in place. The page stays hidden until its
// formulas, their fonts and its pictures are there, a second at most, so that nothing shifts under a reader.
function drawMath(root) {
  for (const place of root.querySelectorAll(".math:not(.drawn)")) {
    const display = place.classList.contains("display");
    katex.render(place.textContent, place, { displayMode: display, throwOnError: false, trust: false });
    place.classList.add("drawn");
  }
  fitMath(root);
}

/**
 * A formula that is a little wider than what it stands in is made smaller; one that would become hard to read is scrolled there,
 * by keyboard too.
 */
function fitMath(root) {
  for (const place of root.querySelectorAll(".math.drawn:not(.wide)")) {
    const box = place.closest("li, p, td, th, dd, div");
    place.style.fontSize = "";
    const fits = place.clientWidth / place.scrollWidth;
    if (place.classList.contains("display") && fits < 1 && fits >= 0.8) {
      place.style.fontSize = `${Math.floor(fits * 100) - 1}%`;
    }
    const sticksOut = place.classList.contains("display")
      ? place.scrollWidth > place.clientWidth
      : box !== null && place.getBoundingClientRect().right > box.getBoundingClientRect().right + 1;
    if (sticksOut) {
      place.classList.add("wide");
      place.tabIndex = 0;
    }
  }
}

const frame = () => new Promise(requestAnimationFrame);

async function fontsThere() {
  for (let quiet = 0; quiet < 2; quiet++) {
    await frame(); // a frame that is laid out asks for the fonts that it needs
    const coming = Array.from(document.fonts).filter((font) => font.status === "loading");
    if (coming.length > 0) {
      await Promise.allSettled(coming.map((font) => font.loaded));
      quiet = -1;
    }
  }
}

function show() {
  document.documentElement.classList.remove("drawing");
}

document.documentElement.classList.add("drawing");
setTimeout(show, 1000);
drawMath(document);
document.addEventListener("DOMContentLoaded", () => {
  const pictures = Array.from(document.images, (picture) => picture.decode().catch(() => {}));
  Promise.all([fontsThere(), ...pictures]).then(() => {
    fitMath(document);
    show();
  });
});
