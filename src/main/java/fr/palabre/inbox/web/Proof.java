package fr.palabre.inbox.web;

import fr.palabre.network.DialogueFigures.Figures;
import java.util.Map;

/**
 * What became of every message of a period: nothing is left out, the parts make the whole.
 *
 * @param answered those a person answered
 * @param decided those that needed no answer, by reason
 * @param onTheirWay those whose answer has left and is not confirmed yet
 * @param owned those that wait, with someone to answer them
 * @param orphans those that wait, with nobody in particular
 * @param figures how long answers took
 */
public record Proof(
    int days,
    long answered,
    Map<String, Long> decided,
    long onTheirWay,
    long owned,
    long orphans,
    Figures figures) {

  public long received() {
    return answered + decisions() + onTheirWay + owned + orphans;
  }

  public long decisions() {
    return decided.values().stream().mapToLong(Long::longValue).sum();
  }

  public long waiting() {
    return owned + orphans;
  }
}
