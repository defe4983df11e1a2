package fr.palabre.publishing.evergreen;

import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentLine;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What an hour to come holds. */
public sealed interface Coming {
  /** The hour, by the clock on the wall. */
  LocalDateTime at();

  /** The copy is made: a content like any other. */
  record Made(LocalDateTime at, ContentLine copy) implements Coming {}

  /** Whose turn it would be, as things stand now. */
  record Expected(LocalDateTime at, ContentId model, String name) implements Coming {}

  /** @param notBefore the first day something could come back; null where that is not what is wrong */
  record Empty(LocalDateTime at, Why why, @Nullable LocalDate notBefore) implements Coming {}
}
