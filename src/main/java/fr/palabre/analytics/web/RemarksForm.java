package fr.palabre.analytics.web;

import fr.palabre.analytics.journal.Journal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a person remarked on a day. */
record RemarksForm(
    @NotNull @Size(max = Journal.LONGEST_EVENT) String evenement,
    @NotNull @Size(max = Journal.LONGEST_REMARKS) String remarques,
    int version) {}
