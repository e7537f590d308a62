"""Names that people commonly bear in Denmark; not who bears them."""

_GIVEN = """
adam agnes ahmad ahmed aisha alberte alex alexander alfred ali alice allan alma amalie amanda
amina amir anders andreas andrea ane anette anja ann anna anne annette annika anton arne arthur
asger asta astrid august aya ayse basma beate benedikte benjamin bent bente birgit birgitte birthe
bjarne brian britt camilla carina carl carla caroline casper cecilie charlotte christian christina
christoffer clara claus conny daniel david dennis ditte dorte dorthe ebbe edith egon elias elif
elin elisabeth ella ellen elliot emil emilie emily emma erik ester esther eva fatima fatma felix
filip finn flemming freddy frederik frederikke freja frida georg gerda gitte grethe gudrun gunnar
gustav hamza hanna hannah hanne hans harald hassan heidi helen helena helene helle henning
henriette henrik henry hussein ibrahim ida ilse inge inger ingrid isabella isak iben irene ismail
ivan jack jacob jakob jan jane janne jasmin jean jens jeppe jesper jette jim joan johan johanne
johannes john johnny jonas jonathan josefine josephine jytte julie julius kaj karen karin karina
karl karla karoline kasper katja katrine kenneth kent kirsten kirstine kjeld klara klaus knud
kristian kristina kristine kristoffer kurt lars lasse laura laurits lea leif lena lene lilly linda
line lis lisa lisbeth liva lise lone lotte louise lucas lukas ludvig luna lærke mads magnus maja
malene malou malthe malte maren margit margrethe maria mariam marianne marie marius martin mathias
mathilde maya merete mette michael michelle mie mikkel mille mia minna mohamad mohamed mohammad
mohammed mona morten muhammad mustafa nadia nadja nanna naja natasha nicklas nicolai niels nikolaj
nina noah nora nour ole olga oliver olivia omar oscar oskar otto palle patrick paul pauline per
pernille peter philip pia poul preben rasmus rebecca rikke rita robert rosa runa ruth sabrina saga
samira samuel sander sanne sara sarah sebastian selma signe silas silje simon simone sine sofia
sofie sofus solveig sonja sophia sophie sten steen stefan steffen stine storm susan susanne svend
sylvester søren tage tanja thea theo theodor thomas thor tina tine tobias tom tommy tonje torben
tove trine troels ulla uffe ulrik ulrikke valdemar vera verner vibeke victor victoria viggo viktor
vilma vilhelm villads villy yasmin younes yusuf zahra zainab zara zeynep aage åse ørjan øjvind
"""
_FAMILY = """
abdi abdullah ahmed ali andersen bach bak beck berg bertelsen bjerre bjerregaard bonde brandt
bruun carlsen christensen christiansen clausen dahl dalgaard danielsen davidsen demir eriksen
frandsen frederiksen friis gregersen hald hansen hassan hedegaard henriksen hermansen hoffmann
holm hussein højgaard ibrahim iversen jacobsen jakobsen jensen jeppesen jepsen jespersen jessen
johannsen johansen johansson juhl jørgensen karlsen khan kjeldsen kjær klausen knudsen koch
kristensen kristiansen krogh kruse larsen lassen lauridsen lauritsen laursen lind lorentzen lund
madsen markussen mathiesen mikkelsen mogensen mohamed mohammad møller mortensen munk nguyen
nielsen nissen nygaard nørgaard olesen olsen omar overgaard paulsen pedersen petersen poulsen
rasmussen ravn riis sandberg schmidt schou schrøder schultz simonsen skov skovgaard steffensen
svendsen søgaard sørensen thomsen thorsen thygesen toft vestergaard villadsen vinther winther
winter yilmaz østergaard aagaard
"""

GIVEN_NAMES = frozenset(_GIVEN.split())
FAMILY_NAMES = frozenset(_FAMILY.split())
