package fr.palabre.architecture;

/** Takes jte's code out of a template, so that what stands between tags can be read. */
final class TemplateText {
  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private TemplateText(String text) {
    this.text = text;
  }

  static String withoutCode(String template) {
    var reader = new TemplateText(template);
    reader.content(false);
    return reader.out.toString();
  }

  /** Text with code in it, up to the end or, inside a content block, to its closing back quote. */
  private void content(boolean block) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (block && c == '`') {
        at++;
        return;
      }
      if (text.startsWith("${", at) || text.startsWith("!{", at)) {
        at += 2;
        code('{', '}');
      } else if (c == '@' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
        directive();
      } else {
        out.append(c);
        at++;
      }
    }
  }

  private void directive() {
    if (text.startsWith("@import", at) || text.startsWith("@param", at)) {
      at = Math.max(text.indexOf('\n', at), at + 1);
      return;
    }
    at++;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.'))
      at++;
    if (at < text.length() && text.charAt(at) == '(') {
      at++;
      code('(', ')');
    }
  }

  /** Java up to the closing bracket; content blocks inside it are text again. */
  private void code(char opening, char closing) {
    int depth = 1;
    while (at < text.length() && depth > 0) {
      char c = text.charAt(at);
      if (text.startsWith("@`", at)) {
        at += 2;
        content(true);
        continue;
      }
      if (c == '"') at = endOfString();
      if (c == opening) depth++;
      if (c == closing) depth--;
      at++;
    }
  }

  private int endOfString() {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"') end += text.charAt(end) == '\\' ? 2 : 1;
    return end;
  }
}
