package fr.palabre.platform.command;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the terminal says, in the terminal's language; French unless it is English. */
final class Say {
  private Say() {}

  static String text(String key, Object... arguments) {
    var text = bundle().getString(key);
    for (int i = 0; i < arguments.length; i++)
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    return text;
  }

  static void line(String text) {
    System.out.println(text);
  }

  private static ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        "messages/command", Terminal.locale() == Locale.ENGLISH ? Locale.ENGLISH : Locale.ROOT,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
