/*
 * Runs in the page: what a person would see at once, as lists of what is wrong. A list that is empty is a page
 * that is right.
 */

const slack = 0.75;

function isShown(element) {
  if (
    element.closest('thead') &&
    getComputedStyle(element.closest('thead')).position === 'absolute'
  )
    return false;
  return element.getClientRects().length > 0;
}

/** Elements that have text of their own. */
function texts(root = document.body ?? document.documentElement) {
  return [...root.querySelectorAll('*')].filter(
    (element) =>
      !['TITLE', 'title', 'desc', 'STYLE', 'style'].includes(element.nodeName) &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '') &&
      isShown(element),
  );
}

function ownText(element) {
  const parts = [...element.childNodes].filter((node) => node.nodeType === 3);
  return parts
    .map((node) => node.data)
    .join('')
    .trim();
}

/** The rectangles of the text itself, not of the box around it. */
function textBoxes(element) {
  return [...element.childNodes]
    .filter((node) => node.nodeType === 3 && node.data.trim() !== '')
    .flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    })
    .filter(({ width, height }) => width > 0 && height > 0);
}

function outside(box, frame) {
  return (
    box.left < frame.left - slack ||
    box.right > frame.right + slack ||
    box.top < frame.top - slack ||
    box.bottom > frame.bottom + slack
  );
}

/** The page is not wider than the window, and no text lies beside it. */
function overflows() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
  const beside = texts()
    .filter((element) => !element.closest('pre'))
    .filter((element) =>
      textBoxes(element).some(({ left, right }) => left < -slack || right > clientWidth + slack),
    );
  return [...page, ...beside.map(ownText)];
}

/** Text that its own box does not hold. */
function cuts() {
  return texts()
    .filter((element) => !element.closest('pre') && !element.closest('svg'))
    .filter((element) => {
      const box = element.closest('td,th,figure,p,li,h1,h2,h3,div').getBoundingClientRect();
      return textBoxes(element).some((text) => outside(text, box));
    })
    .map(ownText);
}

/** Texts of a picture that lie over each other, or outside of it, or of the frame or pill around them. */
function collisions() {
  return [...document.querySelectorAll('svg')].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    const all = [...svg.querySelectorAll('text')].map((element) => ({
      text: ownText(element),
      box: element.getBoundingClientRect(),
      element,
    }));
    const found = all
      .filter(({ box }) => outside(box, frame))
      .map(({ text }) => `outside: ${text}`);
    for (const [index, a] of all.entries()) {
      for (const b of all.slice(index + 1)) {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // The boxes of lines are higher than their letters.
        if (wide > slack && high > 3) found.push(`${a.text} / ${b.text}`);
      }
    }
    for (const pill of svg.querySelectorAll('.pill,.maybe')) {
      const own = all.find(({ element }) => element === pill.nextElementSibling);
      const { left, right } = pill.getBoundingClientRect();
      if (!own || own.box.left < left || own.box.right > right) found.push(`pill: ${own?.text}`);
    }
    const panels = [...svg.querySelectorAll('.frame')];
    for (const { text, element, box } of all) {
      const panel = panels.find((each) => each.parentNode.contains(element));
      if (panel && outside(box, panel.getBoundingClientRect())) found.push(`panel: ${text}`);
    }
    return found;
  });
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function channels(colour) {
  const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return alpha === 0 || colour === 'none' ? undefined : [red, green, blue];
}

/** What lies under a text: a pill, a frame, or the nearest background. */
function under(element) {
  const before = element.previousElementSibling;
  if (before?.matches('.pill')) return channels(getComputedStyle(before).fill);
  const frame = [...(element.ownerSVGElement?.querySelectorAll('.frame') ?? [])].find((each) =>
    each.parentNode.contains(element),
  );
  if (frame) return channels(getComputedStyle(frame).fill);
  const page = element.ownerSVGElement?.querySelector('.page');
  if (page) return channels(getComputedStyle(page).fill);
  for (let at = element; at; at = at.parentElement) {
    const colour = channels(getComputedStyle(at).backgroundColor);
    if (colour) return colour;
  }
  return [255, 255, 255];
}

function contrasts() {
  return texts().map((element) => {
    const style = getComputedStyle(element);
    const colour = channels(element.ownerSVGElement ? style.fill : style.color);
    const [low, high] = [luminance(colour), luminance(under(element))].sort((a, b) => a - b);
    return { text: ownText(element), ratio: (high + 0.05) / (low + 0.05) };
  });
}

/** Everything that is looked at. */
globalThis.lookAtPage = () => ({
  overflows: overflows(),
  cuts: cuts(),
  collisions: collisions(),
  faint: contrasts().filter(({ ratio }) => ratio < 4.5),
  headings: [...document.querySelectorAll('h2, h3')].map((each) => each.textContent),
  pictureTexts: document.querySelectorAll('svg text').length,
  background: getComputedStyle(document.body ?? document.documentElement).backgroundColor,
  unnamedPictures: [...document.querySelectorAll('svg[role=img]')].filter(
    (svg) =>
      !svg
        .getAttribute('aria-labelledby')
        .split(' ')
        .every((id) => document.getElementById(id)?.textContent.trim()),
  ).length,
  unnamedHeads: document.querySelectorAll('th:not([scope])').length,
  titles: document.querySelectorAll('h1').length,
  broken: document.querySelectorAll('parsererror').length,
});
