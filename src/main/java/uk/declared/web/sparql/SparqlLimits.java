package uk.declared.web.sparql;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of the public query endpoint.
 *
 * @param timeLimit so long may a query run. Default: 10 seconds
 * @param queryLength the longest query, in characters. Default: 65,536
 * @param nesting how deep brackets may stand in one another. Default: 60
 * @param valuesRows how many rows all VALUES blocks of a query may have together. Default: 5,000
 * @param valuesProduct the most combinations that the rows of all VALUES blocks may form. Default: 200,000
 * @param patterns how many triple patterns a query may have, those of its template included. Default: 300
 * @param variables how many variables a query may have. Default: 500
 * @param expressions how many expressions and parts of expressions a query may have. Default: 2,000
 * @param pathClosures how many property paths with {@code *} or {@code +} a query may have, none within another. Default: 6
 * @param resultRows how many rows or triples a result may have. Default: 100,000
 * @param resultBytes how long a written result may be, in bytes. Default: 33,554,432 (32 MiB)
 * @param pageRows how many rows the page of results shows. Default: 1,000
 * @param describedThings how many things one DESCRIBE may describe. Default: 200
 * @param textLength the longest text that a query may put together, in characters. Default: 100,000
 * @param atOnce how many queries run at the same time. Default: 4
 * @param patience so long does a query wait for its turn before it is refused. Default: 2 seconds
 * @param runaways at so many queries that go on past their time, although they were told to stop, new ones are refused.
 *     Default: 2
 * @param retryAfter what a refused client is told to wait. Default: 10 seconds
 * @param clientBudget how much query time each client has within a minute. Default: 60 seconds
 * @param openRequests how many requests may be open at a time, whether they are read, wait, run or are sent. Default: 24
 * @param clientRequests how many of them may be one client's. Default: 8
 * @param receiveTime so long may a client take to send its query. Default: 10 seconds
 * @param sendTime so long may a client take to read its answer. Default: 60 seconds
 * @param sharedCache so long may a cache between give an answer to others without asking; 0 where it has to ask each time.
 *     Default: 5 seconds
 * @param serviceCalls how often a query may ask other endpoints. Default: 10
 * @param serviceBytes how long another endpoint's answer may be, in bytes. Default: 4,194,304 (4 MiB)
 * @param services the endpoints that SERVICE may ask, by their very addresses. Default: none
 * @param privateServices the same for endpoints on this machine or a private network, which are never asked otherwise.
 *     Default: none
 */
@ConfigurationProperties("declared.sparql")
public record SparqlLimits(
        @DefaultValue("10s") Duration timeLimit,
        @DefaultValue("65536") int queryLength,
        @DefaultValue("60") int nesting,
        @DefaultValue("5000") int valuesRows,
        @DefaultValue("200000") long valuesProduct,
        @DefaultValue("300") int patterns,
        @DefaultValue("500") int variables,
        @DefaultValue("2000") int expressions,
        @DefaultValue("6") int pathClosures,
        @DefaultValue("100000") int resultRows,
        @DefaultValue("33554432") int resultBytes,
        @DefaultValue("1000") int pageRows,
        @DefaultValue("200") int describedThings,
        @DefaultValue("100000") int textLength,
        @DefaultValue("4") int atOnce,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("2") int runaways,
        @DefaultValue("10s") Duration retryAfter,
        @DefaultValue("60s") Duration clientBudget,
        @DefaultValue("24") int openRequests,
        @DefaultValue("8") int clientRequests,
        @DefaultValue("10s") Duration receiveTime,
        @DefaultValue("60s") Duration sendTime,
        @DefaultValue("5s") Duration sharedCache,
        @DefaultValue("10") int serviceCalls,
        @DefaultValue("4194304") int serviceBytes,
        @DefaultValue({}) List<String> services,
        @DefaultValue({}) List<String> privateServices) {}
