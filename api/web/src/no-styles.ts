/** Stands for react-style-singleton, by which GraphiQL's dialogs keep the page behind them from scrolling.
 *
 * It writes <style> elements, which the pages' policy refuses; GraphiQL fills the window, so that nothing scrolls there.
 */
export function styleSingleton(): () => null {
  return () => null;
}
