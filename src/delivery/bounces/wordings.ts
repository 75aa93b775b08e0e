import type { Cause } from './verdict.ts'

/**
 * What mail systems say, as phrases: a noun near a predicate, in the languages that answer mail written in France. Texts
 * arrive in lower case, without accents, on one line (`plain`). The gaps are bounded: no text can make them slow.
 */
const WHO =
  '(?:users?|mail ?boxe?s?|recipients?|accounts?|address(?:es|ee)?|e-?mails?|alias|inbox|userid|login|person|subscriber|customer|member|employee|local part|utilisateur|boite(?: aux lettres| de messagerie)?|bal|compte|adresse|destinataire|abonne|usuario|cuenta|buzon|direccion|destinatario|utente|casella|indirizzo|benutzer|postfach|konto|empfanger|gebruiker|mailadres|adresat|konto|uzytkownik|utilizador|caixa postal)'
const GONE =
  '(?:unknown|not (?:be )?found|not known|does ?n.?t (?:exist|have)|does not (?:exist|have an?)|do(?:es)? ?n.?t exist|dont exist|no longer|not (?:a )?valid|isn.?t (?:valid|known|listed)|not (?:listed|recogni[sz]ed|registered|local|present|exist|available here|on file|a known|a local|resolved?|active|in service)|invalid|non-?existent|nonexistant|inexistant|undefined|unrecogni[sz]ed|unresolvable|has moved|inconnue?s?|inexistante?|n.existe (?:pas|plus)|introuvable|invalide|n.est (?:pas|plus) (?:valide|connue?|repertorie|en service|utilise|active?)|no existe|desconocid[oa]|sconosciut[oa]|inesistente|unbekannt|existiert nicht|nicht (?:gefunden|vorhanden)|onbekend|bestaat niet|nieznany|nie istnieje|desconhecid|nao existe)'
const OFF =
  '(?:disabled|blocked (?:due to|for) inactivity|deactivated|de-activated|inactive|inactivated|suspended|closed|cancell?ed|terminated|deleted|discontinued|expired|locked|not active|not enabled|retired|frozen|removed|desactivee?|fermee?|suspendue?|supprimee?|resiliee?|cloturee?|inactif|inactive|deshabilitad[oa]|disabilitat[oa]|deaktiviert|gesperrt)'

/** Any character of the same sentence: a dot inside an address or a name of a host does not end it. */
const WITHIN = '(?:[^.;]|\\.(?=\\S))'
const near = (left: string, gap: number, right: string) => `\\b${left}\\b[^.;]{0,${gap}}?\\b${right}`

/** Each phrase that settles the matter by itself; the first one in the text wins. */
export const STRONG: readonly (readonly [Cause, RegExp])[] = (
  [
    [
      'authentication',
      '\\b(?:spf|dkim|dmarc|sender policy framework)\\b|5\\.7\\.(?:2[0-9])\\b|unauthenticated (?:e-?mail|sender)|(?:e-?mail|message|sender)[^.;]{0,40}(?:not authenticated|lacks authentication)|authentication (?:is )?required|\\bptr\\b record|reverse dns|rdns|(?:reverse|ptr)[- ](?:look-?up|record|hostname)|helo[^.;]{0,40}(?:reject|invalid|resolve|require)|starttls',
    ],
    [
      'blocklist',
      'spamhaus|white-? ?list|confirm this (?:mail )?server|spamcop|barracuda(?:central| reputation)|complaint|sorbs|uceprotect|invaluement|abuseat|surbl|uribl|senderscore|senderbase|trustedsource|cloudmark|\\brbl\\b|\\bdnsbl\\b|black-? ?list|block-? ?list|deny-? ?list|liste noire|reputation|(?:is|are|was|been|found|address) listed (?:in|on|at|by)\\b|blocked (?:using|by|for (?:spam|abuse)|due|because|temporarily)|(?:client host|your (?:ip|server|host|domain|mail ?server|network)|ip address|host|messages? from|mail from|e-?mail from|connections? from|sender)[^;]{0,90}?(?:has been |is |was |are |been )?(?:temporarily |currently )?(?:blocked|banned|barred|black)|(?:bloque|blocage)[^.;]{0,40}(?:ip|serveur|expediteur)|access (?:denied|refused)[^.;]{0,60}(?:reputation|ip\\b|abuse)',
    ],
    [
      'content',
      'spam(?!haus|cop|arrest)|\\bjunk\\b|unsolicited|bulk (?:e-?)?mail|phish|virus|malware|infect|suspicious|indesirable|pourriel|\\bube\\b|\\buce\\b|(?:message|mail|content|attachment|header)s?[^.;]{0,30}(?:looks? like|considered|classified|identified|detected)|(?:message|mail|e-?mail)s? content[^.;]{0,40}(?:reject|refus|not|denied|filter|violat)|not accepting (?:mail|messages|e-?mail) with|(?:invalid|malformed|missing|duplicate)[^.;]{0,12}header|content (?:reject|filter|refus|restrict|is unacceptable|not accept)|(?:refused|rejected|blocked)[^.;]{0,30}(?:content|filter|mailsweeper)|attachment[^.;]{0,50}(?:not allowed|blocked|prohibited|banned|forbidden|refus|interdit)|piece[s]? jointe[s]? (?:interdite|refusee|non autoris)',
    ],
    [
      'rate_limited',
      'rate[- ]?limit|too many (?:messages|connections?|e-?mails|mails|recipients|invalid|errors|sessions|concurrent|simultaneous)|trop de (?:messages|connexions|destinataires|mails)|throttl|(?:sending|message|connection|hourly|daily)[^.;]{0,20}(?:rate|limit|quota)[^.;]{0,20}exceed|exceeded[^.;]{0,30}(?:sending|connection|hourly|daily|rate)|connection (?:rate|limit)|unusual rate|sending (?:mail|messages?|email) too (?:fast|quickly)',
    ],
    [
      'relay_denied',
      'relay(?:ing)?(?: to[^.;]{0,60}| mail)? ?(?:access )?(?:is )?(?:denied|not (?:permitted|allowed|authori[sz]ed)|prohibited|refused|rejected|disallowed|forbidden)|(?:unable|not permitted|not allowed|cannot|refuse|do not) to? ?relay|(?:not|isn.?t) (?:an? )?(?:open )?relay|(?:not|isn.t) (?:in|listed in)[^.;]{0,20}(?:allowed )?rcpthosts|no relay|relaying not|relais (?:refuse|interdit|non autorise)|cannot relay|relayage|use me[^.;]{0,90}as a relay|not (?:been )?configured to (?:let|relay)',
    ],
    [
      'sender_refused',
      '(?:sender|originator|from|mail from|return[- ]path|envelope sender|expediteur|reverse-path)(?: e-?mail)?(?: address| domain|.s address)?[^.;]{0,60}(?:reject|denied|refus|not (?:allowed|authori[sz]ed|permitted|accept|exist|found|resolv|verif)|does not (?:exist|resolve)|unknown|invalid|verif(?:y|ication) fail|unverif|domain not|n.existe pas|interdit)|domain of sender|verify sender|not (?:authori[sz]ed|allowed|permitted) to send|(?:do(?:es)? not|not) have permission to (?:send|submit)|(?:only )?accepts? (?:mail|messages?|e-?mail) only|only accepts?[^.;]{0,40}from|not accepting (?:any )?(?:mail|messages|e-?mail) from|service refuse\\b|sender is not|sender not',
    ],
    [
      'user_unknown',
      `unknown (?:or illegal |local |virtual |e-?mail )?(?:user|recipient|mailbox|address|account|alias|local|rcpt)|(?:no|not) such (?:a )?(?:e-?mail |local |virtual )?(?:user|recipient|mailbox|mail ?drop|address|account|person|member|addressee|id\\b|alias|name)|(?:illegal|invalid|bad|nonexistent|non-existent|inexistent|wrong|incorrect) (?:[a-z-]{2,16} ){0,2}(?:user(?:id)?|recipient|mailbox|address|account|rcpt|alias)|no (?:mail ?box|user|account|recipient|person)(?: here| by| with| under| called| named| exists| found| available)|no mailbox here|unable to (?:find|resolve|validate|verify) (?:the )?(?:recipient|user|mailbox|address)|could ?n.t find (?:the )?(?:user|recipient|mailbox)|unrout(?:e)?able (?:e-?mail )?address|(?:user|recipient)(?:\\s|name)[^.;]{0,20}not unique|ambiguous (?:recipient|address|user)|unable to deliver[^.;]{0,30}(?:unknown|invalid)|not our (?:customer|user)|(?:not|isn.t) in my validrcptto|not a (?:valid|known|local|registered)[^.;]{0,20}(?:user|recipient|mailbox|address|account)|(?:user|mailbox|recipient|account|address) (?:is )?unavailable|recipnotfound|recipientnotfound|nosuchuser|recipient address rejected: access denied|unbekannter (?:empfanger|benutzer|adressat)|utilisateur inconnu|adresse (?:e-?mail |electronique )?(?:inconnue|erronee|incorrecte|inexistante|invalide)|boite (?:aux lettres )?(?:inconnue|inexistante)|destinataire (?:inconnu|inexistant|invalide|refuse)|unknown to (?:this|the)|does (?:not|n.t) have an?[^.;]{0,30}(?:account|mailbox|delivery point|e-?mail)|${near(WHO, 80, GONE)}`,
    ],
    [
      'mailbox_disabled',
      `account (?:is )?(?:on hold|over due)|mailbox (?:is )?(?:dis|de)|user (?:account )?(?:is )?(?:not active|has left)|no longer (?:on|with|at) (?:this|the|our)|${near(WHO, 50, OFF)}|(?:disabled|inactive|closed|suspended|deactivated|deleted|expired|blocked) (?:user|mailbox|recipient|account|address)|not accepting (?:any )?(?:mail|messages|e-?mail)(?! from| with)|(?:does|do) not accept (?:any )?(?:mail|messages|e-?mail)|n.accepte (?:pas|plus) (?:de |les |d.)?(?:messages?|mails?|e-?mails?|courriers?)`,
    ],
    [
      'moved',
      '(?:user|mailbox|recipient|account|address|person|subscriber|customer)[^.;]{0,20}(?:has|have) (?:moved|changed|left)|new (?:e-?mail )?address is|change(?:d|ment) (?:d.adresse|of address)|user not local; please try',
    ],
    [
      'takes_no_mail',
      'null ?mx|no smtp service|domain[^.;]{0,40}(?:does not|doesn.t|not) (?:accept|receive)|(?:host|domain|server) (?:does not|never) accepts? (?:e-?)?mail',
    ],
    [
      'domain_unknown',
      `(?:unknown|no such|invalid|bad|non-?existent|illegal|unrouteable|unroutable) (?:mail |e-?mail |recipient |remote )?(?:domain|host|site)|(?:host|domain|site|hostname|nom de domaine|domaine|hote|dominio)(?: name)?(?: or [^;:]{1,30})?(?:[^.;:]|\\.(?=\\S)){0,90}?(?:unknown|not found|does(?: not|n.t) exist|not exist|non-?existent|not known|n.existe pas|inconnu|introuvable|invalid|no existe|unbekannt|could not be (?:found|resolved)|cannot be (?:found|resolved)|not (?:be )?resolv|has expired|not valid)|nxdomain|name or service not known|mx records? point to non-?existent|could ?n.t find any host|no (?:mail|mx|dns) (?:server|host|exchanger|record)s?[^.;]{0,20}(?:found|exist|for|defined)|no mx|name service error[^;]{0,80}host not found(?!,? try)|unrouteable mail domain|unresolvable (?:domain|host)`,
    ],
    [
      'mailbox_full',
      '(?:mail ?box|mail ?drop|inbox|quota|disk|storage|boite|bal|compte|account|user|recipient|mail ?file|folder|postfach|buzon|casella|maildir)[^.;]{0,70}?(?:\\bfull\\b|over ?(?:the )?(?:its )?(?:quota|limit|size|storage)|exceed|pleine?\\b|sature|depass|ubervoll|voll\\b|llen[oa]|pien[oa])|over ?quota|quota (?:is |has been |was )?(?:exceed|depass|full|reach|violat)|quota exceed|exceed[^.;]{0,40}(?:quota|storage|allotted|allocated|mailbox|disk)|out of (?:storage|quota|disk)|(?:insufficient|not enough|no|low)(?: system| mailbox| disk| free)? (?:storage|disk|mailbox)? ?space|insufficient (?:system )?(?:storage|resources)|(?:storage|size|disk|mailbox) (?:limit|quota)|espace (?:disque )?insuffisant|full mailbox|has too many (?:messages|mails)|zu ?viele mails|mailbox ?full|too (?:many messages|much (?:mail|data))[^.;]{0,20}(?:in|for)|disque? plein|excede (?:son|le|sa)|resolver.rst.sendsizelimit.dsn',
    ],
    [
      'message_too_big',
      '(?:message|mail|e-?mail|size|data|attachment)s?[^.;]{0,50}(?:too (?:big|large|long)|exceed[^.;]{0,40}(?:size|limit|maximum|length)|larger than)|(?:exceed|over)[^.;]{0,30}(?:maximum|message|fixed|global|administrative)[^.;]{0,20}(?:size|limit|length)|(?:trop (?:gros|volumineu|grand|long))|sizelimit|maximum[^.;]{0,20}size[^.;]{0,20}(?:exceed|reach)',
    ],
    ['greylisted', 'gr[ea]y-? ?list|liste grise'],
    [
      'expired',
      '(?:message|mail|delivery|retry|time|delai|queue|bounce)[^.;]{0,40}(?:has |time[- ]?out )?(?:expired|expire)|retry time(?:out)? (?:exceeded|not reached)|(?:too long|for \\d+ days?)[^.;]{0,30}(?:in|on)? ?(?:the )?queue|in (?:the )?queue (?:too|for)|been in the queue|i.m not going to try again; this message|giving up|delivery attempts? (?:has|have|were) (?:been )?(?:failed|exhaust|made)|delai[^.;]{0,30}(?:depasse|expire|ecoule)|could not be (?:sent|delivered) (?:for|after|within)',
    ],
    [
      'unreachable',
      'timed? ?-?out|no route|connection (?:was )?(?:refused|reset|lost|dropped|closed|failed|interrupt)|(?:host|network|server|destination|domain)[^.;]{0,30}(?:unreachable|is down|down\\b|not respond|not reachable|unavailable)|(?:could|can|did) ?(?:not|n.t)[^.;]{0,20}(?:establish|connect|contact|reach)|unable to (?:connect|contact|reach|establish)|lost connection|not respond|no answer from|bad connection|cannot connect|serveur[^.;]{0,30}(?:injoignable|indisponible|ne repond pas)|connexion (?:refusee|impossible|interrompue)|host not found,? try|name server[^.;]{0,20}(?:timeout|fail)|dns (?:server )?(?:error|fail|time)|tls[^.;]{0,30}(?:fail|error|handshake|required)',
    ],
    [
      'system_trouble',
      'too many hops|hop ?count|mail(?:ing)? loop|loop(?:s|ing)? (?:back|detected)|routing loop|\\b(?:system|internal|local|configuration|server|io|i/o|disk|database|ldap)[^.;]{0,20}(?:error|trouble|problem|fail)|temporar|try (?:again )?later|momentan|provisoire|reessay|service (?:not |un)available|system resources|deferred|out of memory|misconfigur|can.?t create|cannot (?:create|open|write|append|update)|unable to (?:open|write|create|append)|unexpected|child process|died|exit(?:ed)? (?:status|code)',
    ],
  ] as const
).map(([cause, source]) => [cause, new RegExp(source.replaceAll('[^.;]', WITHIN))] as const)

/** Words that make a refusal a passing one, whatever it says of the mailbox. */
export const FOR_NOW =
  /temporar|try (?:again )?later|try again|momentan|provisoire|for now|moment|reessay|plus tard|currently (?:un|not)/

/** Words about policy alone: they lose against any code that says more. */
export const POLICY =
  /polic(?:y|ies)|politique|administrative|prohibit|not permitted|not allowed|forbidden|interdit|not authori[sz]ed|restrict|access (?:denied|refused)|denied|refuse[ds]?\b|reject|blocked|bloque|banned|security|securite/

/** The same, leaving out the words that a refusal of any kind may use. */
export const SURELY_POLICY =
  /polic(?:y|ies)|politique|administrativ|prohibit|forbidden|interdit|access (?:denied|refused)|not authori[sz]ed/

/** Lower case, no accents, no line ends, straight apostrophes; at most `limit` characters. */
export function plain(text: string, limit = 8000): string {
  return text
    .slice(0, limit * 2)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .slice(0, limit)
}
