/** What the networks counted: series, engagement rates, the journal of the days and the reports. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"platform", "identity", "compliance", "network", "editorial"})
package fr.palabre.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
