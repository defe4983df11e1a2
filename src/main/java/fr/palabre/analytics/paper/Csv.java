package fr.palabre.analytics.paper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table that a spreadsheet opens by itself: UTF-8 with its mark, semicolons and decimal commas
 * where the language wants them, empty where nothing is known.
 */
public final class Csv {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final String STARTS_FORMULA = "=+-@\t\r";
  private final boolean french;
  private final StringBuilder text = new StringBuilder();

  public Csv(Locale locale) {
    this.french = !locale.getLanguage().equals("en");
  }

  public void row(List<String> cells) {
    text.append(cells.stream().map(this::quoted)
        .collect(Collectors.joining(french ? ";" : ","))).append("\r\n");
  }

  /** What people or networks wrote: never taken for a formula. */
  public static String words(String words) {
    return !words.isEmpty() && STARTS_FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
  }

  public String number(double value) {
    var plain = value == Math.rint(value) ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.6f", value).replaceAll("0+$", "");
    return french ? plain.replace('.', ',') : plain;
  }

  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(MARK);
    bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ';' || c == ',' || c == '"' || c == '\n'
        || c == '\r');
    // A decimal comma needs no quotes where commas do not part cells.
    if (plain || french && cell.matches("-?\\d+,\\d+")) return cell;
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}
