package dev.comanda.web.signin;

import dev.comanda.ops.identity.Role;
import dev.comanda.ops.identity.Users;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Everything is behind the sign-in; what changes something asks for a role. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService userDetails(Users users) {
        return username -> users.find(username)
                .map(user -> User.withUsername(user.username())
                        .password(user.passwordHash())
                        .disabled(!user.enabled())
                        .authorities(user.roles().stream().map(Role::name).toArray(String[]::new))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("No such user"));
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/webjars/**", "/app.css", "/app.js", "/icon.svg", "/error", "/sign-in")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST, "/runs", "/rejects/*/replays", "/sources/*/replays", "/costs/imports")
                        .hasAnyAuthority(Role.OPERATOR.name(), Role.ADMIN.name())
                        .requestMatchers(HttpMethod.POST, "/close/*/sign-off")
                        .hasAnyAuthority(Role.APPROVER.name(), Role.ADMIN.name())
                        .requestMatchers(HttpMethod.POST, "/close/*/reopenings")
                        .hasAnyAuthority(Role.OPERATOR.name(), Role.APPROVER.name(), Role.ADMIN.name())
                        .requestMatchers(HttpMethod.POST, "/close/reopenings/*/approve", "/close/reopenings/*/refuse")
                        .hasAuthority(Role.APPROVER.name())
                        .requestMatchers(
                                HttpMethod.POST,
                                "/cases/*/approve",
                                "/cases/*/refuse",
                                "/approvals/*/approve",
                                "/approvals/*/refuse",
                                "/costs/rules/changes/*/approve",
                                "/costs/rules/changes/*/refuse")
                        .hasAuthority(Role.APPROVER.name())
                        .requestMatchers(HttpMethod.POST, "/cases/**", "/policies/*/trials", "/costs/rules/changes/**")
                        .hasAnyAuthority(Role.OPERATOR.name(), Role.APPROVER.name(), Role.ADMIN.name())
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in").permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }
}
