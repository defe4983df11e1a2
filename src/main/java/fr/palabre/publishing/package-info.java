/**
 * The schedule: what goes out when, by which wall clock, how late it may, and what can still be done
 * with it once it is out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {
    "platform", "identity", "compliance", "network", "media", "editorial", "delivery"})
package fr.palabre.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
