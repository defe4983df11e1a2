package fr.palabre.publishing.evergreen;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an hour is given. */
sealed interface Pick {
  record Found(Candidate candidate) implements Pick {}

  /** @param notBefore the first day something could; null where the day is not what is wrong */
  record Nothing(Why why, @Nullable LocalDate notBefore) implements Pick {}
}
