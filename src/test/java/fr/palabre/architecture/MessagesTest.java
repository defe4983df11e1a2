package fr.palabre.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every word on screen exists in both languages, and none stands bare in a template. */
class MessagesTest {
  private static final Pattern USED = Pattern.compile("page\\.t\\(\"([a-zA-Z0-9._-]+)\"");
  private static final Pattern COUNTED = Pattern.compile("page\\.count\\(\"([a-zA-Z0-9._-]+)\"");
  /** A space where a line may break, before a double sign or inside quotation marks. */
  private static final Pattern BREAKABLE = Pattern.compile(" [;:!?»%](?=\\s|$)|« ");
  private static final Pattern NOT_TEXT = Pattern.compile(
      "(?s)<%--.*?--%>|<!--.*?-->|<(script|style)\\b.*?</\\1>|\\$unsafe\\{.*?}");

  @Test
  void frenchAndEnglishSayTheSameKeys() throws IOException {
    for (var french : Sources.under(Sources.MESSAGES, ".properties")) {
      if (french.toString().endsWith("_en.properties")) continue;
      var english = Path.of(french.toString().replace(".properties", "_en.properties"));
      assertThat(keys(english)).as(french.toString()).isEqualTo(keys(french));
    }
  }

  @Test
  void bothLanguagesTakeTheSameArguments() throws IOException {
    var wrong = new ArrayList<String>();
    for (var french : Sources.under(Sources.MESSAGES, ".properties")) {
      if (french.toString().endsWith("_en.properties")) continue;
      var fr = load(french);
      var en = load(Path.of(french.toString().replace(".properties", "_en.properties")));
      for (var key : fr.stringPropertyNames())
        if (!arguments(fr.getProperty(key)).equals(arguments(en.getProperty(key, ""))))
          wrong.add(key);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noFrenchSignIsLeftAloneAtTheEndOfALine() throws IOException {
    var breakable = new ArrayList<String>();
    for (var french : Sources.under(Sources.MESSAGES, ".properties")) {
      if (french.toString().endsWith("_en.properties")) continue;
      var said = load(french);
      for (var key : said.stringPropertyNames())
        if (BREAKABLE.matcher(said.getProperty(key)).find()) breakable.add(key);
    }
    assertThat(breakable).isEmpty();
  }

  @Test
  void everyKeyThatATemplateNamesExists() throws IOException {
    var known = new TreeSet<String>();
    for (var file : Sources.under(Sources.MESSAGES, ".properties")) known.addAll(keys(file));
    var missing = new TreeSet<String>();
    for (var template : Sources.under(Sources.TEMPLATES, ".jte")) {
      var text = Sources.text(template);
      USED.matcher(text).results().map(m -> m.group(1))
          .filter(k -> !k.endsWith(".") && !known.contains(k)).forEach(missing::add);
      COUNTED.matcher(text).results().map(m -> m.group(1))
          .filter(k -> !known.contains(k + ".one") || !known.contains(k + ".other"))
          .forEach(missing::add);
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noTemplateHoldsABareWord() {
    var bare = new ArrayList<String>();
    for (var template : Sources.under(Sources.TEMPLATES, ".jte"))
      words(Sources.text(template)).forEach(w -> bare.add(template + ": " + w));
    assertThat(bare).isEmpty();
  }

  @Test
  void noTemplateHoldsAStyleOrAScript() {
    var inline = Sources.under(Sources.TEMPLATES, ".jte").stream()
        .filter(t -> Pattern.compile("\\sstyle=|<style|\\son[a-z]+=|<script(?![^>]*\\ssrc=)")
            .matcher(Sources.text(t)).find())
        .toList();
    assertThat(inline).isEmpty();
  }

  /** Words between tags, once jte's own lines and expressions are taken out. */
  private static List<String> words(String template) {
    var text = NOT_TEXT.matcher(template).replaceAll(" ");
    text = TemplateText.withoutCode(text);
    return Pattern.compile(">([^<>]*)<").matcher("<>" + text + "<>").results()
        .map(m -> m.group(1).strip())
        // The product's name is the same in every language.
        .filter(w -> Pattern.compile("\\p{L}{2,}").matcher(w.replace("Palabre", "")).find())
        .toList();
  }

  private static TreeSet<String> keys(Path file) throws IOException {
    return new TreeSet<>(load(file).stringPropertyNames());
  }

  private static Properties load(Path file) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Sources.text(file)));
    return properties;
  }

  private static TreeSet<String> arguments(String text) {
    var found = new TreeSet<String>();
    Pattern.compile("\\{\\d}").matcher(text).results().forEach(m -> found.add(m.group()));
    return found;
  }
}
