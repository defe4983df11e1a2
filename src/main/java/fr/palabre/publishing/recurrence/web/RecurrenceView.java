package fr.palabre.publishing.recurrence.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence as its page shows it.
 *
 * @param id null for one that is not made yet
 * @param name of its model
 * @param said its rule as one says it
 * @param mayKeep whether this person may let occurrences go out on the model's validation
 */
public record RecurrenceView(
    @Nullable String id,
    String model,
    String name,
    String said,
    boolean keeps,
    boolean mayKeep,
    RuleView rule,
    List<Coming> coming) {

  /** An occurrence to come. */
  public record Coming(String id, String when, String tone, String icon, String stage) {}
}
