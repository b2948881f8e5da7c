"""Towns, provinces and their universities, by the country that they stand for where a paper names no country.

Written for this project from general knowledge. Left out: names that lie in several countries (Cambridge, Santiago,
Valencia), that are words or surnames (Reading, Bath, Nice), or that name a scale, a method or a disease (Bristol).
"""

from typing import Final

# One country a line: its name, then places in it.
_TABLE: Final = """
Argentina: Córdoba Province, Rosario, La Plata, Mendoza
Australia: Canberra, Perth, Darwin, Hobart, Monash, Wollongong, Townsville, South Australia, Western Australia, Geelong
Austria: Graz, Salzburg, Linz, Tyrol
Bangladesh: Chittagong, Sylhet, Matlab district
Belgium: Antwerp, Liège, Flemish, Louvain
Brazil: Brasília, Brasilia, Salvador, Bahia, Recife, Pernambuco, Fortaleza, Ceará, Curitiba, Paraná, Campinas,
    Piracicaba, Ribeirão Preto, Ribeirao Preto, São Carlos, Belo Horizonte, Minas Gerais, Goiânia, Florianópolis,
    Santa Catarina, Rio Grande do Sul, Pelotas, Botucatu, Manaus, Uberlândia, UNICAMP, UNIFESP
Cambodia: Phnom Penh, Siem Reap
Cameroon: Yaoundé, Yaounde, Douala
Canada: Ottawa, Calgary, Edmonton, Winnipeg, Saskatchewan, Saskatoon, Nova Scotia, Newfoundland, McGill, McMaster,
    New Brunswick, Sherbrooke
Chile: Santiago de Chile, Concepción, Valparaíso
China: Tianjin, Hebei, Shanxi, Shaanxi, Liaoning, Shenyang, Dalian, Jilin, Changchun, Heilongjiang, Harbin, Jiangsu,
    Suzhou, Zhejiang, Wenzhou, Ningbo, Anhui, Hefei, Fujian, Fuzhou, Xiamen, Jiangxi, Nanchang, Shandong, Jinan,
    Qingdao, Henan, Zhengzhou, Hubei, Changsha, Guangxi, Nanning, Hainan, Guizhou, Guiyang, Yunnan, Kunming, Gansu,
    Lanzhou, Xinjiang, Urumqi, Sun Yat-sen, Peking, Fudan, Tsinghua
Colombia: Bogota, Cali, Barranquilla, Antioquia, Cartagena
Croatia: Split University, Rijeka, Osijek
Czech Republic: Brno, Olomouc, Hradec Králové
Denmark: Odense, Aalborg, Rigshospitalet, Bispebjerg, Hvidovre, Frederiksberg, Roskilde
Ecuador: Quito, Guayaquil, Cuenca
Egypt: Alexandria University, Assiut, Mansoura, Tanta, Zagazig, Ain Shams, Minia, Giza, Beni-Suef, Menoufia
Ethiopia: Gondar, Jimma, Hawassa, Mekelle, Bahir Dar, Tigray, Oromia, Amhara
Finland: Turku, Oulu, Kuopio, Jyväskylä
France: Toulouse, Bordeaux, Lille, Nantes, Strasbourg, Montpellier, Rennes, Grenoble, Dijon, Rouen, Clermont-Ferrand,
    Saint-Etienne, Besançon
Gambia: Banjul, Farafenni, Fajara
Germany: Cologne, Köln, Düsseldorf, Stuttgart, Leipzig, Dresden, Hannover, Hanover, Tübingen, Freiburg, Göttingen,
    Münster, Bonn, Aachen, Mannheim, Ulm, Würzburg, Erlangen, Nuremberg, Regensburg, Jena, Rostock, Kiel, Lübeck,
    Mainz, Marburg, Magdeburg, Charité, Charite, Bavaria, Saxony, Bochum, Essen University Hospital
Ghana: Tamale, Cape Coast, Ashanti, Kintampo, Navrongo
Greece: Thessaloniki, Patras, Ioannina, Heraklion, Crete
Hungary: Debrecen, Szeged, Semmelweis, Pécs
India: Delhi, Calcutta, Madras, Bombay, Pune, Ahmedabad, Jaipur, Jodhpur, Rajasthan, Lucknow, Varanasi,
    Uttar Pradesh, Punjab Agricultural, Chandigarh, Ludhiana, Haryana, Madhya Pradesh, Bhopal, Indore, Nagpur,
    Maharashtra, Karnataka, Mangalore, Manipal, Mysore, Vellore, Coimbatore, Madurai, Trivandrum, Thiruvananthapuram,
    Kochi Kerala, Andhra Pradesh, Telangana, Odisha, Orissa, Bhubaneswar, Bihar, Patna, Assam, West Bengal, AIIMS,
    All India Institute of Medical Sciences, Puducherry, Pondicherry, Bijapur, Belgaum, Davangere, Wardha
Indonesia: Yogyakarta, Surabaya, Bandung, Bali, Makassar, Sumatra, Papua Province
Iran: Hamadan, Hamedan, Kerman, Kermanshah, Rasht, Guilan, Zahedan, Arak, Qazvin, Semnan, Sanandaj, Ilam, Babol,
    Mazandaran, Gorgan, Urmia, Ardabil, Shahrekord, Birjand, Kashan, Zanjan, Khorramabad, Bushehr, Gonabad, Jahrom,
    Bandar Abbas, Yasuj, Shahid Beheshti
Iraq: Basra, Mosul, Erbil, Sulaimani
Ireland: Galway, Limerick
Israel: Haifa, Beer Sheva, Be'er Sheva, Rabin Medical Center, Sheba Medical Center, Hadassah, Soroka
Italy: Rome, Turin, Torino, Padua, Padova, Naples, Napoli, Florence, Firenze, Genoa, Pavia, Verona, Modena, Parma,
    Pisa, Siena, Catania, Palermo, Bari, Perugia, Trieste, Udine, Lombardy, Tuscany, Sardinia, Sicily, Ferrara, Ancona
Japan: Nagoya, Sapporo, Hokkaido, Sendai, Tohoku, Fukuoka, Kyushu, Kobe, Hiroshima, Yokohama, Chiba, Saitama,
    Okayama, Niigata, Kumamoto, Nagasaki, Kanazawa, Tsukuba, Keio, Juntendo, Okinawa, Shizuoka, Gifu, Kagoshima
Jordan: Amman, Irbid
Kenya: Kisumu, Mombasa, Kilifi, Eldoret, Siaya, KEMRI
Malawi: Blantyre, Lilongwe, Zomba, Mangochi
Malaysia: Penang, Kelantan, Sabah, Sarawak, Selangor, Johor, Universiti Sains, Kubang Kerian
Mali: Bamako
Mexico: Monterrey, Jalisco, Ciudad de México, Guanajuato, Nuevo León, San Luis Potosí, Mérida Yucatán
Morocco: Rabat, Casablanca, Marrakech
Mozambique: Maputo, Manhiça
Myanmar: Yangon, Mandalay
Nepal: Dharan, Pokhara, Lalitpur, Chitwan
Netherlands: The Hague, Leiden, Groningen, Maastricht, Eindhoven, Tilburg, Radboud, Erasmus MC, Wageningen, Enschede
New Zealand: Wellington Hospital, Christchurch, Dunedin, Otago, Waikato
Nigeria: Lagos, Abuja, Kano, Enugu, Ilorin, Benin City, Port Harcourt, Zaria, Jos University, Ile-Ife, Calabar,
    Sokoto, Kaduna, Maiduguri
Norway: Bergen, Trondheim, Tromsø, Stavanger, Haukeland, Akershus, Ullevål
Pakistan: Islamabad, Rawalpindi, Peshawar, Faisalabad, Multan, Hyderabad Sindh, Sindh, Quetta, Khyber, Aga Khan
Peru: Lima, Iquitos, Cusco, Cayetano Heredia
Philippines: Cebu, Quezon City
Poland: Krakow, Kraków, Cracow, Lodz, Łódź, Poznan, Poznań, Wroclaw, Wrocław, Gdansk, Gdańsk, Lublin, Katowice,
    Szczecin, Bialystok, Białystok
Portugal: Porto, Coimbra, Braga
Romania: Cluj, Cluj-Napoca, Timisoara, Timișoara, Iasi
Russia: St Petersburg, St. Petersburg, Saint Petersburg, Novosibirsk
Saudi Arabia: King Saud, King Abdulaziz, Dammam, Makkah, Mecca, Medina, Abha, Al-Qassim, Qassim
Senegal: Dakar
Serbia: Novi Sad, Niš, Vojvodina
Slovakia: Bratislava, Košice
South Africa: Durban, KwaZulu-Natal, Pretoria, Soweto, Gauteng, Western Cape, Eastern Cape, Limpopo, Stellenbosch,
    Bloemfontein, Free State, Witwatersrand
South Korea: Busan, Daegu, Incheon, Gwangju, Daejeon, Yonsei, Gyeonggi, Samsung Medical Center, Asan Medical Center
Spain: Seville, Sevilla, Granada, Málaga, Malaga, Zaragoza, Bilbao, Basque Country, Andalusia, Navarra, Pamplona,
    Salamanca, Valladolid, Alicante, Murcia, Galicia, Asturias, Oviedo, Mallorca, Canary Islands, Catalan, Tarragona
Sri Lanka: Colombo, Kandy, Galle
Sweden: Lund, Malmö, Malmo, Umeå, Umea, Linköping, Linkoping, Örebro, Orebro, Göteborg, Karolinska, Sahlgrenska, Skåne,
    Västerbotten, Danderyd, Huddinge, Jönköping, Karlstad
Switzerland: Fribourg, Lugano, St. Gallen, St Gallen, Winterthur, Lucerne, Nottwil, Bellinzona, Inselspital, Vaud
Taiwan: Kaohsiung, Taichung, Tainan, Taoyuan, Hualien, Chang Gung
Tanzania: Dar es Salaam, Moshi, Mwanza, Ifakara, Bagamoyo, Kilimanjaro, Muheza, Tanga, Dodoma
Thailand: Chiang Mai, Khon Kaen, Songkhla, Mae Sot, Tak Province, Mahidol, Chulalongkorn, Siriraj, Phitsanulok
Tunisia: Tunis, Sfax, Sousse, Monastir
Turkey: Izmir, Antalya, Konya, Adana, Erzurum, Bursa, Kayseri, Trabzon, Samsun, Gaziantep, Malatya, Isparta, Diyarbakir
Uganda: Mbarara, Gulu, Makerere, Mulago, Entebbe, Rakai, Jinja, Tororo
Ukraine: Kyiv, Kiev, Kharkiv, Lviv
United Kingdom: Manchester, Liverpool, Leeds, Sheffield, Nottingham, Leicester, Southampton, Newcastle upon Tyne,
    Glasgow, Aberdeen, Dundee, Cardiff, Swansea, Belfast, Exeter, Plymouth, Norwich, Devon, Cornwall, Yorkshire,
    Lancashire, Merseyside, West Midlands, Addenbrooke's, Keele, King's College London, Imperial College, Tayside,
    Lothian, Stoke Mandeville, Warwick, Norfolk and Norwich
United States: Alabama, Alaska, Arizona, Arkansas, Connecticut, Delaware, Hawaii, Idaho, Indiana, Iowa, Kansas,
    Kentucky, Louisiana, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Mexico, North Dakota,
    Oklahoma, Rhode Island, South Carolina, South Dakota, Vermont, West Virginia, Wyoming,
    Puerto Rico, Boston, Atlanta, Dallas,
    San Diego, Detroit, Cleveland, St. Louis, Nashville, Miami, Tampa, New Orleans, Denver, Minneapolis, Milwaukee,
    Cincinnati, Indianapolis, Sacramento, San Antonio, Salt Lake City, Ann Arbor,
    Duke University, Mayo Clinic, Brigham and Women's, Kaiser Permanente, UCLA, UCSF, Medicare, Medicaid,
    Veterans Health Administration, Appalachia, Bronx, Brooklyn, Manhattan,
    Hospital of Buffalo, University at Buffalo, Louisville, Omaha, Tucson, Albuquerque
Vietnam: Hue University, Da Nang, Nha Trang, Khanh Hoa
Zambia: Ndola, Kitwe
Zimbabwe: Bulawayo, Chitungwiza
"""


def _lines() -> list[str]:
    return _TABLE.strip().replace(",\n    ", ", ").splitlines()


COUNTRY_OF_TOWN: Final = {
    town.strip(): country for country, towns in (line.split(": ", 1) for line in _lines()) for town in towns.split(", ")
}
"""The country that a town, a province or a university stands for."""
