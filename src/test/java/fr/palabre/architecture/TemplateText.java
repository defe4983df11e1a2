package fr.palabre.architecture;

/** Takes jte's code out of a template, so that what stands between tags can be read. */
final class TemplateText {
  private TemplateText() {}

  static String withoutCode(String template) {
    var out = new StringBuilder();
    int i = 0;
    while (i < template.length()) {
      if (template.startsWith("${", i) || template.startsWith("!{", i)) {
        i = after(template, i + 1, '{', '}');
      } else if (template.charAt(i) == '@' && directive(template, i)) {
        i = afterDirective(template, i);
      } else if (template.charAt(i) == '`' || template.charAt(i) == ')') {
        i++;
      } else {
        out.append(template.charAt(i++));
      }
    }
    return out.toString();
  }

  private static boolean directive(String text, int at) {
    return at + 1 < text.length()
        && (Character.isLetter(text.charAt(at + 1)) || text.charAt(at + 1) == '`');
  }

  /** Past {@code @import x}, {@code @param x}, {@code @if(…)}, {@code @template.x(}, {@code @else}. */
  private static int afterDirective(String text, int at) {
    if (text.startsWith("@import", at) || text.startsWith("@param", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("@template.", at)) return afterCall(text, text.indexOf('(', at));
    int i = at + 1;
    while (i < text.length() && Character.isLetter(text.charAt(i))) i++;
    return i < text.length() && text.charAt(i) == '(' ? after(text, i, '(', ')') : i;
  }

  /** A template's arguments are code, but for the content blocks between back quotes. */
  private static int afterCall(String text, int open) {
    int i = open + 1;
    int depth = 1;
    while (i < text.length() && depth > 0) {
      char c = text.charAt(i);
      if (text.startsWith("@`", i)) return i + 2;
      if (c == '"') i = text.indexOf('"', i + 1);
      if (c == '(') depth++;
      if (c == ')') depth--;
      i++;
    }
    return i;
  }

  private static int after(String text, int open, char opening, char closing) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        i = text.indexOf('"', i + 1);
        if (i < 0) return text.length();
      } else if (c == opening) {
        depth++;
      } else if (c == closing && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
