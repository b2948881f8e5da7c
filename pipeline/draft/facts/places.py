"""Countries by their names, the words for what is theirs, and places that stand for them in papers.

Short English names as they are commonly used; parts of a country and large cities that are named without it count as
the country. Names that are also common words, surnames or the beginning of a scale's name are left out.
"""

from typing import Final

from pipeline.draft.facts.towns import COUNTRY_OF_TOWN

# One country a line: its name, the words for what is theirs, places in it.
_TABLE: Final = """
Afghanistan | Afghan | Kabul
Albania | Albanian
Algeria | Algerian
Argentina | Argentine, Argentinian | Buenos Aires
Armenia | Armenian
Australia | Australian | Sydney, Melbourne, Brisbane, Adelaide, New South Wales, Queensland, Tasmania
Austria | Austrian | Vienna, Innsbruck
Bahrain | Bahraini
Bangladesh | Bangladeshi | Dhaka
Belgium | Belgian | Brussels, Flanders, Leuven, Ghent
Benin | Beninese
Bolivia | Bolivian
Bosnia and Herzegovina | Bosnian | Sarajevo
Botswana | Botswanan
Brazil | Brazilian | São Paulo, Sao Paulo, Rio de Janeiro, Porto Alegre
Bulgaria | Bulgarian
Burkina Faso | Burkinabe
Burundi | Burundian
Cambodia | Cambodian
Cameroon | Cameroonian
Canada | Canadian | Toronto, Ontario, Quebec, Québec, Montreal, Vancouver, British Columbia, Alberta, Manitoba
Chile | Chilean
China | Chinese | Beijing, Shanghai, Guangzhou, Shenzhen, Wuhan, Chengdu, Sichuan, Nanjing, Hangzhou, Xi'an,
    Chongqing, Hunan, Guangdong
Colombia | Colombian | Bogotá, Medellin, Medellín
Congo | Congolese
Democratic Republic of the Congo | | Democratic Republic of Congo, DR Congo, DRC
Costa Rica | Costa Rican
Croatia | Croatian | Zagreb
Cuba | Cuban | Havana
Cyprus | Cypriot
Czech Republic | Czech | Czechia, Prague
Denmark | Danish | Copenhagen, Aarhus
Dominican Republic | Dominican
Ecuador | Ecuadorian
Egypt | Egyptian | Cairo
El Salvador | Salvadoran
Equatorial Guinea | Equatoguinean
Estonia | Estonian
Ethiopia | Ethiopian | Addis Ababa
Finland | Finnish | Helsinki University Hospital, Tampere
France | French | Paris, Lyon, Marseille
Gabon | Gabonese
Gambia | Gambian
Germany | German | Berlin, Munich, Baden-Württemberg, Heidelberg, Hamburg, Frankfurt
Ghana | Ghanaian | Accra, Kumasi
Greece | Greek | Athens
Guatemala | Guatemalan
Guinea | Guinean
Haiti | Haitian
Honduras | Honduran
Hong Kong
Hungary | Hungarian | Budapest
Iceland | Icelandic
India | Indian | New Delhi, Mumbai, Chennai, Bangalore, Bengaluru, Kolkata, Hyderabad, Kerala, Tamil Nadu, Jamnagar,
    Gujarat
Indonesia | Indonesian | Jakarta
Iran | Iranian | Tehran, Isfahan, Shiraz, Tabriz, Mashhad, Yazd, Ahvaz
Iraq | Iraqi | Baghdad
Ireland | Irish | Dublin
Israel | Israeli | Tel Aviv, Jerusalem
Italy | Italian | Milan, Bologna
Ivory Coast | Ivorian | Côte d'Ivoire
Jamaica | Jamaican
Japan | Japanese | Tokyo, Osaka, Kyoto
Jordan | Jordanian
Kazakhstan | Kazakh
Kenya | Kenyan | Nairobi
Kuwait | Kuwaiti
Laos | Laotian
Latvia | Latvian
Lebanon | Lebanese | Beirut
Liberia | Liberian
Libya | Libyan
Lithuania | Lithuanian
Luxembourg
Madagascar | Malagasy
Malawi | Malawian
Malaysia | Malaysian | Kuala Lumpur
Mali | Malian
Malta | Maltese
Mexico | Mexican | México, Guadalajara
Moldova | Moldovan
Mongolia | Mongolian
Morocco | Moroccan
Mozambique | Mozambican
Myanmar | Burmese
Namibia | Namibian
Nepal | Nepalese, Nepali | Kathmandu
Netherlands | Dutch | Amsterdam, Rotterdam, Nijmegen, Utrecht
New Zealand | | Auckland
Nicaragua | Nicaraguan
Niger | Nigerien
Nigeria | Nigerian | Ibadan
Norway | Norwegian | Oslo
Oman | Omani
Pakistan | Pakistani | Karachi, Lahore
Palestine | Palestinian | Gaza
Panama | Panamanian
Papua New Guinea
Paraguay | Paraguayan
Peru | Peruvian | Perú
Philippines | Filipino | Manila
Poland | Polish | Warsaw
Portugal | Portuguese | Lisbon
Qatar | Qatari | Doha
Romania | Romanian | Bucharest
Russia | Russian | Moscow, Russian Federation
Rwanda | Rwandan
Saudi Arabia | Saudi | Riyadh, Jeddah
Senegal | Senegalese
Serbia | Serbian | Belgrade
Sierra Leone | Sierra Leonean
Singapore | Singaporean
Slovakia | Slovak
Slovenia | Slovenian | Ljubljana
Somalia | Somali
South Africa | South African | Cape Town, Johannesburg
South Korea | Korean | Korea, Seoul, Republic of Korea
Spain | Spanish | Madrid, Barcelona, Catalonia
Sri Lanka | Sri Lankan
Sudan | Sudanese | Khartoum
Sweden | Swedish | Stockholm, Gothenburg, Uppsala, Karolinska University Hospital
Switzerland | Swiss | Zurich, Zürich, Basel, Geneva, Bern, Lausanne
Syria | Syrian | Damascus
Taiwan | Taiwanese | Taipei
Tanzania | Tanzanian | Zanzibar
Thailand | Thai | Bangkok
Togo | Togolese
Trinidad and Tobago | Trinidadian
Tunisia | Tunisian
Turkey | Turkish | Türkiye, Ankara, Istanbul
Uganda | Ugandan | Kampala
Ukraine | Ukrainian
United Arab Emirates | Emirati | Dubai, Abu Dhabi
United Kingdom | British, English, Scottish, Welsh | UK, U.K, England, Scotland, Wales, Northern Ireland,
    Great Britain, London, Oxford, Birmingham, Edinburgh, NHS, National Health Service,
    CPRD, Clinical Practice Research Datalink, UK Biobank
United States | American | USA, U.S.A, US, U.S, United States of America, New York, California, Texas, Florida,
    Pennsylvania, Philadelphia, Massachusetts, Illinois, Chicago, Ohio, Michigan, New Jersey, North Carolina,
    Minnesota, Colorado, Seattle, Houston, Los Angeles, San Francisco, Baltimore, Maryland, Utah, Pittsburgh,
    Wisconsin, Oregon, Tennessee, Veterans Affairs, SEER, NHANES, National Health and Nutrition Examination Survey
Uruguay | Uruguayan | Montevideo
Uzbekistan | Uzbek
Venezuela | Venezuelan
Vietnam | Vietnamese | Hanoi, Ho Chi Minh City
Yemen | Yemeni
Zambia | Zambian | Lusaka
Zimbabwe | Zimbabwean | Harare
"""


def _rows() -> list[list[str]]:
    lines = _TABLE.strip().replace(",\n    ", ", ").splitlines()
    return [[cell.strip() for cell in f"{line}||".split("|")] for line in lines]


def _several(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(",") if name.strip()]


COUNTRY_OF: Final = COUNTRY_OF_TOWN | {
    name: row[0] for row in _rows() for name in (row[0], *_several(row[1]), *_several(row[2]))
}
"""The country that a name, a word or a place stands for."""
ADJECTIVES: Final = frozenset(word for row in _rows() for word in _several(row[1]))
"""Those that say whose something is, and need their noun: `Swedish hospitals`."""
