package fr.palabre.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every word on screen, from {@code messages/<module>.properties} (French, the default) and
 * {@code messages/<module>_en.properties}. {@code {0}} stands for an argument; apostrophes are plain.
 */
@Component
public class Words {
  private final Map<String, String> french = new HashMap<>();
  private final Map<String, String> english = new HashMap<>();

  Words() {
    try {
      var files = new PathMatchingResourcePatternResolver()
          .getResources("classpath*:messages/*.properties");
      for (var file : files) read(file, isEnglish(file) ? english : french);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws IllegalArgumentException if no module wrote this key */
  public String say(Locale locale, String key, Object... arguments) {
    var text = table(locale).get(key);
    if (text == null) throw new IllegalArgumentException("No message for key " + key);
    for (int i = 0; i < arguments.length; i++)
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    return text;
  }

  public boolean knows(Locale locale, String key) {
    return table(locale).containsKey(key);
  }

  private Map<String, String> table(Locale locale) {
    return locale.getLanguage().equals("en") ? english : french;
  }

  private static boolean isEnglish(Resource file) {
    return String.valueOf(file.getFilename()).endsWith("_en.properties");
  }

  private static void read(Resource file, Map<String, String> into) throws IOException {
    var properties = new Properties();
    try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    properties.forEach((key, text) -> into.put(key.toString(), text.toString()));
  }
}
