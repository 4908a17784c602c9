package uk.declared.web.access;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import uk.declared.access.Tokens;
import uk.declared.deployment.Deployment;
import uk.declared.web.http.SubmissionPaths;

/**
 * Guards {@code /submissions} and what lies below it, and nothing else: all other paths are for everybody, and do not pass
 * through here. Programs show a bearer token with each request; people sign in with the same token and have a session, whose
 * forms carry a token against requests forged by other sites.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ConditionalOnBean(Deployment.class)
class SecurityConfiguration {
    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";

    @Bean
    DelegatingFilterProxyRegistrationBean securityFilter() {
        DelegatingFilterProxyRegistrationBean filter =
                new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        filter.addUrlPatterns(SIGN_IN, SIGN_OUT, SubmissionPaths.HOME, SubmissionPaths.HOME + "/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return filter;
    }

    @Bean
    TokenManager tokenManager(
            Deployment deployment,
            @Value("${declared.oidc.issuer:}") String issuer,
            @Value("${declared.oidc.audience:declared}") String audience,
            @Value("${declared.oidc.council-claim:declared_council}") String claim) {
        Optional<ProviderTokens> provider =
                issuer.isBlank() ? Optional.empty() : Optional.of(new ProviderTokens(issuer, audience, claim));
        return new TokenManager(deployment.tokens(), provider);
    }

    @Bean
    SecurityFilterChain submissions(HttpSecurity http, TokenManager manager, Deployment deployment, TurnedAway refusals)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(SIGN_IN)
                        .permitAll()
                        .anyRequest()
                        .access((who, request) -> new AuthorizationDecision(holds(who, deployment.tokens()))))
                .oauth2ResourceServer(bearer -> bearer.authenticationManagerResolver(manager::of)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .addFilterAt(new SignInFilter(manager, refusals), UsernamePasswordAuthenticationFilter.class)
                .logout(out -> out.logoutUrl(SIGN_OUT)
                        .logoutSuccessUrl(SIGN_IN + "?out")
                        .deleteCookies("declared_session")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(ClearSiteDataHeaderWriter.Directive.CACHE))))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .anonymous(nobody -> {})
                .headers(headers -> headers.contentTypeOptions(option -> {}).frameOptions(frame -> frame.deny()));
        return http.build();
    }

    /** Whether somebody has shown who they are, and may still be who they said. */
    private static boolean holds(Supplier<? extends Authentication> who, Tokens tokens) {
        Authentication authentication = who.get();
        if (!(authentication instanceof HolderAuthentication known)) {
            return false;
        }
        try {
            return !known.byToken() || tokens.stillHolds(known.getPrincipal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
