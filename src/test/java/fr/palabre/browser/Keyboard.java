package fr.palabre.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Two hands that never touch a pointer. What they walk past must be seen: each stop of Tab is
 * shown, in the window, with its focus drawn.
 */
final class Keyboard {
  private static final int ENOUGH = 150;
  private static final String STOP = """
      async () => {
        const at = document.activeElement;
        if (at === document.body) return "";
        await new Promise(requestAnimationFrame);
        await Promise.all(at.getAnimations().map(move => move.finished.catch(() => {})));
        const drawn = node => node && (getComputedStyle(node).outlineStyle !== "none"
            || node.matches("[data-cursor]"));
        const shown = at.closest("label") ?? at;
        const whole = shown.getBoundingClientRect();
        if (!whole.width || whole.bottom <= 0 || whole.top >= innerHeight) return "out of sight";
        // The parts of a date are the browser's own, and it marks them itself.
        return at.matches("[type=date], [type=time]") || drawn(at)
            || drawn(at.closest(".row, label, .editor, .segmented, .palette, .search"))
            ? "" : "not drawn";
      }""";

  private final Page page;
  private final List<String> faults = new ArrayList<>();

  Keyboard(Visitor visitor) {
    page = visitor.page();
    page.addInitScript(
        "addEventListener('pointerdown', () => console.error('a pointer was used'), true)");
    page.onConsoleMessage(m -> {
      if (m.text().equals("a pointer was used")) faults.add(m.text());
    });
  }

  Keyboard press(String... keys) {
    for (var key : keys) page.keyboard().press(key);
    return this;
  }

  Keyboard type(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** Walks with Tab until the focus is there. */
  Keyboard reach(String selector) {
    for (int stop = 0; stop < ENOUGH; stop++) {
      if (isAt(selector)) return this;
      page.keyboard().press("Tab");
      notice();
    }
    throw new AssertionError("Tab never reaches " + selector + " on " + page.url());
  }

  /** Opens the palette, names a place and goes there. */
  Keyboard go(String name, String address) {
    press("Control+k");
    page.locator("#palette[open]").waitFor();
    type(name);
    page.locator("#palette .menu-item[aria-selected=true]",
        new Page.LocatorOptions().setHasText(name)).waitFor();
    press("Enter");
    page.waitForURL(url -> url.contains(address));
    page.waitForLoadState();
    return this;
  }

  boolean isAt(String selector) {
    return (Boolean) page.evaluate("s => document.activeElement.matches(s)", selector);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  private void notice() {
    var fault = (String) page.evaluate(STOP);
    if (!fault.isEmpty()) faults.add(fault + " at " + page.url() + ": "
        + page.evaluate("() => document.activeElement.outerHTML.slice(0, 160)"));
  }
}
