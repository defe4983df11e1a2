package fr.palabre.publishing.slot;

import fr.palabre.editorial.Moving;

/** A content left between being read and being given its slot: all of it is undone. */
public final class QueueMovedOn extends RuntimeException {
  QueueMovedOn(Moving.Reason why) {
    super(why.name(), null, false, false);
  }
}
