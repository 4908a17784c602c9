/*
 * Runs the rules of axe-core in the page, and says what is broken and where. What is kept is only counted, which takes half the time.
 *
 * The rules about colours cost more than all others, since they ask for every text what lies behind it. They are asked of texts that look
 * differently: of those that have the same colours, backgrounds and letters as others, in surroundings that have the same, the first three.
 */
async ({ onlyColours, everyElement }) => {
  const COLOURS = ['color-contrast', 'link-in-text-block'];
  const ALIKE = 3;
  const LOOKS = [
    'color', 'background-color', 'background-image', 'opacity', 'filter', 'mix-blend-mode', 'text-shadow',
    'font-size', 'font-weight', 'text-decoration-line', 'border-bottom-width', 'display', 'visibility', 'position', 'float',
  ];

  /** Numbers of looks: the same for elements that look alike within what looks alike. */
  const numbers = new Map();
  const seen = new WeakMap();
  const looks = element => {
    if (!element) {
      return 0;
    }
    if (!seen.has(element)) {
      const style = getComputedStyle(element);
      const key = [looks(element.parentElement), ...LOOKS.map(name => style.getPropertyValue(name))].join('|');
      if (!numbers.has(key)) {
        numbers.set(key, numbers.size + 1);
      }
      seen.set(element, numbers.get(key));
    }
    return seen.get(element);
  };

  const hasText = element =>
    element.matches('input, select, textarea')
    || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');

  const texts = () => {
    const count = new Map();
    return [...document.body.querySelectorAll('*')].filter(element => {
      if (!hasText(element)) {
        return false;
      }
      const key = element.tagName + looks(element);
      count.set(key, (count.get(key) ?? 0) + 1);
      return count.get(key) <= ALIKE;
    });
  };

  const run = async (context, options) =>
    (await axe.run(context, { resultTypes: ['violations'], ...options })).violations.map(rule =>
      `${rule.id}: ${rule.help} at ${rule.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`);

  const where = everyElement ? document : { include: texts() };
  const ofColours = await run(where, { runOnly: COLOURS });
  if (onlyColours) {
    return ofColours;
  }
  const others = Object.fromEntries(COLOURS.map(id => [id, { enabled: false }]));
  return [...(await run(document, { rules: others })), ...ofColours];
}
