package fr.palabre.platform.web;

import java.time.Instant;
import java.util.List;

/** Implemented by each module that has something for the day plan. */
public interface DayItems {
  /** What this viewer should do today; at most a screenful, most urgent first. */
  List<DayItem> forDay(Page page, Instant now);
}
