package fr.palabre.platform.command;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal's share of the log: nothing until Palabre is ready, so that a start that fails says
 * one sentence; warnings from then on. The log's file hears everything.
 */
final class Console {
  private Console() {}

  /** The options that keep it silent, unless somebody said what they want to read. */
  static String[] silenced(String[] options) {
    if (chosen()) return options;
    var all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = "--logging.threshold.console=OFF";
    return all;
  }

  static void open() {
    if (chosen() || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) return;
    var console = context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
    if (console == null) return;
    for (var filter : console.getCopyOfAttachedFiltersList())
      if (filter instanceof ThresholdFilter threshold) threshold.setLevel("WARN");
  }

  private static boolean chosen() {
    return System.getenv("PALABRE_CONSOLE_LOG") != null;
  }
}
