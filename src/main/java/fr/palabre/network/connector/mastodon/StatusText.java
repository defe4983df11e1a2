package fr.palabre.network.connector.mastodon;

import fr.palabre.network.connector.mastodon.MastodonPayloads.Status;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** A status as plain text: paragraphs and lines kept, links in full, the warning first. */
final class StatusText {
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f]+");
  private static final Pattern MARGIN = Pattern.compile(" *\\n *");
  private static final Pattern GAPS = Pattern.compile("\\n{3,}");

  private StatusText() {}

  static String of(Status status) {
    var warning = Objects.requireNonNullElse(status.spoilerText(), "").strip();
    var text = of(status.content());
    if (warning.isEmpty()) return text;
    return text.isEmpty() ? warning : warning + "\n\n" + text;
  }

  static String of(@Nullable String html) {
    if (html == null) return "";
    var body = Jsoup.parseBodyFragment(html).body();
    // For clients that know no quotes; Mastodon's own page hides it (docs, checked 2026-11-21).
    body.select(".quote-inline").remove();
    var text = new StringBuilder();
    body.traverse(new Reader(text));
    var lines = MARGIN.matcher(text).replaceAll("\n");
    return GAPS.matcher(lines).replaceAll("\n\n").strip();
  }

  private record Reader(StringBuilder text) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode words -> text.append(BLANKS.matcher(words.getWholeText()).replaceAll(" "));
        case Element element -> text.append(switch (element.normalName()) {
          case "br" -> "\n";
          case "li" -> "\n• ";
          case "p", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3" -> "\n\n";
          case "img" -> element.attr("alt");
          default -> "";
        });
        default -> { }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) return;
      switch (element.normalName()) {
        case "p", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3" -> text.append("\n\n");
        case "a" -> unsaid(element).ifPresent(it -> text.append(" (").append(it).append(')'));
        default -> { }
      }
    }

    // Mastodon shows a part of an address and hides the rest in spans, so its text says it all;
    // other servers put words in front of an address.
    private static Optional<String> unsaid(Element link) {
      var target = link.attr("href");
      var shown = withoutSlash(link.text().strip());
      var isName = link.hasClass("mention") || link.hasClass("hashtag") || shown.startsWith("#");
      return isName || !target.startsWith("http") || withoutSlash(target).endsWith(shown)
          ? Optional.empty() : Optional.of(target);
    }

    private static String withoutSlash(String address) {
      return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
  }
}
