package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.Reports;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the community manager says of a period. */
record WordsForm(@NotNull @Size(max = Reports.LONGEST_WORDS) String mots, int version) {}
