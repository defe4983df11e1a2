package fr.palabre.editorial;

import java.util.List;

/**
 * What is asked and said where a content gets its date.
 *
 * @param questions each a small list to choose from
 * @param notes what one should know before settling on that date
 */
public record Departure(List<Question> questions, List<Note> notes) {
  public static final Departure NOTHING = new Departure(List.of(), List.of());

  /** @param name of the field; @param label message key */
  public record Question(String name, String label, List<Option> options) {}

  /** @param key of its words, which {@code arguments}, message keys themselves, fill */
  public record Option(String value, String key, List<String> arguments, boolean chosen) {}

  /**
   * @param words message key; {@code arguments} fill it
   * @param instead another date that would do, as the wall clock shows it; empty if none is known
   * @param fits whether it would go out at that date all the same
   */
  public record Note(String words, List<Object> arguments, String instead, boolean fits) {
    public Note(String words, List<Object> arguments) {
      this(words, arguments, "", true);
    }
  }
}
