package dev.kith.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.embedded.TestStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The analysis plugin in a real node: each filter returns what the Elasticsearch reference
 * documents.
 */
class AnalysisIT {

  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "lowercase"                                                         | THE Quick FoX    | the quick fox
          {"type":"lowercase","language":"turkish"}                           | DIŞ              | dış
          "asciifolding"                                                      | Åsa açaí         | Asa acai
          {"type":"asciifolding","preserve_original":true}                    | açaí             | acai açaí
          "german_normalization"                                              | Müller           | Muller
          "decimal_digit"                                                     | १-one            | 1 one
          {"type":"elision","articles_case":true,"articles":["l","d","qu"]}   | L'avion d'Elise  | avion Elise
          {"type":"edge_ngram","min_gram":1,"max_gram":3}                     | fox              | f fo fox
          {"type":"edge_ngram","min_gram":2,"max_gram":3,"side":"back"}       | fox              | ox fox
          {"type":"edge_ngram","min_gram":1,"max_gram":2,"preserve_original":true} | fox         | f fo fox
          {"type":"ngram","min_gram":2,"max_gram":3}                          | fox              | fo fox ox
          {"type":"length","min":0,"max":3}                                   | the quick fox    | the fox
          {"type":"truncate","length":4}                                      | quick foxes      | quic foxe
          {"type":"limit","max_token_count":2}                                | quick fox over   | quick fox
          "unique"                                                            | the fox the fox  | the fox
          {"type":"pattern_replace","pattern":"(dog)","replacement":"watch$1"} | foxes dog       | foxes watchdog
          {"type":"stemmer","language":"light_french"}                        | les chevaux      | les cheval
          {"type":"stemmer","language":"english"}                             | running foxes    | run fox
          {"type":"stemmer","language":"possessive_english"}                  | fox's            | fox
          "kstem"                                                             | foxes jumping    | fox jump
          "porter_stem"                                                       | foxes jumping    | fox jump
          {"type":"snowball","language":"French"}                             | continuellement  | continuel
          "reverse"                                                           | quick fox        | kciuq xof
          "apostrophe"                                                        | Istanbul'a       | Istanbul
          """)
  void filtersDoWhatTheirNameSaysElsewhere(String filter, String text, String tokens)
      throws Exception {
    assertThat(analyze("\"tokenizer\":\"standard\",\"filter\":[%s]".formatted(filter), text))
        .containsExactly(tokens.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "tokenizer":"keyword"                                          | New York        | New York
          "tokenizer":"whitespace"                                       | a-b c_d         | a-b,c_d
          "tokenizer":"letter"                                           | it's 2 foxes    | it,s,foxes
          "tokenizer":"uax_url_email"                                    | to a.b@c.org    | to,a.b@c.org
          "tokenizer":"path_hierarchy"                                   | net/ipv4/tcp    | net,net/ipv4,net/ipv4/tcp
          "tokenizer":{"type":"pattern","pattern":","}                   | a,b             | a,b
          "tokenizer":"keyword","filter":[{"type":"word_delimiter_graph"}] | annLee_42     | ann,Lee,42
          "tokenizer":"keyword","filter":["trim"],"char_filter":["html_strip"] | <b>hi</b>  | hi
          "tokenizer":"keyword","char_filter":[{"type":"mapping","mappings":["’ => '"]}] | l’eau | l'eau
          "tokenizer":"keyword","char_filter":[{"type":"pattern_replace","pattern":"-"}] | 1-2-3 | 123
          "analyzer":"english"                                           | the running fox | run,fox
          "analyzer":"french"                                            | l'eau des lacs  | eau,lac
          """)
  void tokenizersAndAnalyzersDoToo(String analysis, String text, String tokens) throws Exception {
    assertThat(analyze(analysis, text)).containsExactly(tokens.split(","));
  }

  private static List<String> analyze(String analysis, String text)
      throws IOException, InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(TestStack.elasticsearchUrl() + "/_analyze"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{%s,\"text\":\"%s\"}".formatted(analysis, text)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answer = client.send(question, BodyHandlers.ofString()).body();
      assertThat(answer).contains("\"tokens\"");
      return TOKEN.matcher(answer).results().map(match -> match.group(1)).toList();
    }
  }
}
