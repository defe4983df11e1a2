package fr.palabre.platform.backup;

/** What a backup holds, for the sentence that tells so. */
public record Count(int tables, long rows, int files) {}
