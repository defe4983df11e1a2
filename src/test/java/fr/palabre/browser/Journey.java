package fr.palabre.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Lived in Chromium, in a house of its own: it waits more than it works, so it goes beside the
 * other tests. The tests of one class share their house, and follow each other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = Journey.ItsHouse.class)
@interface Journey {
  /** Whoever holds a lock runs its own tests one after the other. */
  final class ItsHouse implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForClass(Class<?> journey) {
      return Set.of(new Lock(journey.getName()));
    }
  }
}
