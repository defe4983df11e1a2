package fr.palabre.platform.backup;

import java.time.Instant;

/**
 * This house stands as it stood at that instant; what it did afterwards was done, and it does not
 * know. Told once, at the first start, before anything goes out.
 */
public record HouseRestored(Instant takenAt) {}
