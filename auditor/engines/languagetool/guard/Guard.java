package org.languagetool.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.languagetool.Language;
import org.languagetool.Languages;
import org.slf4j.LoggerFactory;

/**
 * LanguageTool's server for one auditor, and for nobody else.
 *
 * <p>Standard input brings two secrets, a line each: the one that whoever asks must know, which is the first part of
 * every path, and the one that every answer shows. Standard output says the port, which the system chose, once the
 * server listens on it. The end of standard input is the end of the auditor, however it went, and ends this process. Any
 * further line is the form of a request with which the server warms up.
 *
 * <p>It lies in LanguageTool's package because what answers there is not public, and LanguageTool's own server binds a
 * port that it is told.
 */
public final class Guard {
  /** More at once than this many only take memory from each other. */
  private static final int MOST_AT_ONCE = 4;

  private static final String MISSPELT = "harbuor";

  /** The header of a request that names its variety of English, and the varieties that were asked for. */
  private static final String VARIETY = "Variety";
  private static final Set<String> ASKED_FOR = ConcurrentHashMap.newKeySet();

  private Guard() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream told = System.out;
    System.setOut(System.err); // what LanguageTool prints belongs to the log
    ((Logger) LoggerFactory.getLogger("org.languagetool")).setLevel(Level.WARN); // or each request makes the log grow
    BufferedReader heard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    String asked = heard.readLine();
    String shown = heard.readLine();
    if (shown == null) {
      return;
    }
    HttpServer server = server("/" + asked + "/", shown);
    server.start();
    told.println(server.getAddress().getPort());
    told.flush();
    obey(heard, server.getAddress(), "/" + asked + "/v2/check");
  }

  /** Warm up with each form that is heard, and end at once when the auditor does. */
  private static void obey(BufferedReader heard, InetSocketAddress address, String path) {
    try {
      for (String form = heard.readLine(); form != null; form = heard.readLine()) {
        String asked = form;
        beside(() -> warmUp(address, path, asked));
      }
    } catch (IOException broken) {
      // as good as its end
    }
    Runtime.getRuntime().halt(0);
  }

  private static void warmUp(InetSocketAddress address, String path, String form) {
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n";
      socket.getOutputStream().write((head + form).getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException lost) {
      // the first who asks will wait a little longer
    }
  }

  /** Load, beside the rules of the first request for it, what takes the next longest: the dictionary and the chunker. */
  private static void load(String variety) {
    Language english = Languages.getLanguageForShortCode(variety);
    try {
      english.getDefaultSpellingRule().isMisspelled(MISSPELT);
    } catch (IOException broken) {
      return; // the request itself will say so
    }
    english.getChunker();
  }

  private static void beside(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  /** Return a server that knows no path but those below {@code path}; requests wait their turn in one line. */
  private static HttpServer server(String path, String shown) throws IOException {
    int threads = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    Settings settings = new Settings(path, threads);
    DatabaseAccess.init(settings);
    LinkedBlockingQueue<Runnable> line = new LinkedBlockingQueue<>();
    InetAddress here = InetAddress.getLoopbackAddress();
    LanguageToolHttpHandler handler =
        new LanguageToolHttpHandler(settings, Set.of(here.getHostAddress()), false, null, null, line, null);
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.setExecutor(new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, line));
    server.createContext(path, exchange -> {
      exchange.getResponseHeaders().set("Shown", shown);
      String variety = exchange.getRequestHeaders().getFirst(VARIETY);
      if (variety != null && ASKED_FOR.add(variety)) {
        beside(() -> load(variety));
      }
      handler.handle(exchange);
    });
    return server;
  }

  /** What LanguageTool can be told in a file alone: keep its checkers, which take longer to make than to use. */
  private static final class Settings extends HTTPServerConfig {
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int VARIETIES_AND_RULES = 8;

    Settings(String path, int threads) {
      serverURL = URI.create(path);
      maxCheckThreads = threads;
      pipelineCaching = true;
      maxPipelinePoolSize = VARIETIES_AND_RULES;
      pipelineExpireTime = SECONDS_OF_A_DAY;
    }
  }
}
