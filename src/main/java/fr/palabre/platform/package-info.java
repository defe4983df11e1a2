/**
 * What every room stands on: clock, ids, secrets, outgoing HTTP, jobs, mail, files, the web shell and
 * the SQL filter. No word of the trade.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package fr.palabre.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
