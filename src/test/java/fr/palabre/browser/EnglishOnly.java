package fr.palabre.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an English page still says in French. Each piece of text is held against our own French
 * sentences; what people wrote is theirs, whatever its language.
 */
final class EnglishOnly {
  private static final Path WORDS = Path.of("src/main/resources/messages");
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");
  private static final Pattern KEY = Pattern.compile(
      "(app|frame|error|today|calendar|editorial|media|publishing|inbox|network|analytics"
          + "|identity|time)(\\.[\\w-]+)+");
  private static final Pattern FRENCH_TIME = Pattern.compile(
      "((lun|mar|mer|jeu|ven|sam|dim)\\.|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
          + " \\d{1,2}\\b.*|il y a \\d.*|dans \\d+ .*|\\d{1,2}\\u00a0?\\u202f?h\\u202f?\\u00a0?\\d\\d");
  private static final String PIECES = """
      () => {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const said = [document.title.split(" · ")[0]];
        while (walk.nextNode())
          if (!walk.currentNode.parentElement.closest("script, style, textarea, option"))
            said.push(walk.currentNode.textContent);
        for (const name of ["aria-label", "placeholder", "title", "data-confirm"])
          for (const node of document.querySelectorAll(`[${name}]`))
            said.push(node.getAttribute(name));
        return said;
      }""";

  private static final List<Pattern> FRENCH = said(false);
  private static final List<Pattern> ENGLISH = said(true);

  private EnglishOnly() {}

  /** Each piece of the page that is a key of ours, a French sentence of ours or a French time. */
  static List<String> left(Page page) {
    @SuppressWarnings("unchecked")
    var said = (List<String>) page.evaluate(PIECES);
    return said.stream().map(s -> s.strip().replaceAll("\\s+", " "))
        .filter(s -> s.matches(".*\\p{L}{2}.*")).distinct().filter(EnglishOnly::isFrench).toList();
  }

  private static boolean isFrench(String text) {
    if (KEY.matcher(text).matches() || FRENCH_TIME.matcher(text).matches()) return true;
    return FRENCH.stream().anyMatch(p -> p.matcher(text).matches())
        && ENGLISH.stream().noneMatch(p -> p.matcher(text).matches());
  }

  private static List<Pattern> said(boolean english) {
    try (Stream<Path> files = Files.list(WORDS)) {
      var found = new ArrayList<Pattern>();
      for (var file : files.toList())
        if (file.toString().endsWith("_en.properties") == english)
          read(file).values().stream().map(String::valueOf).filter(EnglishOnly::hasWords)
              .map(EnglishOnly::asPattern).forEach(found::add);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With little else than what it is given, a sentence would match anybody's. */
  private static boolean hasWords(String said) {
    var own = ARGUMENT.matcher(said).replaceAll("").replaceAll("\\P{L}", "");
    return own.length() >= (ARGUMENT.matcher(said).find() ? 12 : 2);
  }

  private static Pattern asPattern(String said) {
    var parts = ARGUMENT.split(said.strip().replaceAll("\\s+", " "), -1);
    return Pattern.compile(Stream.of(parts).map(Pattern::quote)
        .reduce((a, b) -> a + ".+?" + b).orElseThrow());
  }

  private static Properties read(Path file) throws IOException {
    var words = new Properties();
    words.load(new StringReader(Files.readString(file)));
    return words;
  }
}
